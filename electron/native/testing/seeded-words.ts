/** Words for the tests, and how a file stores them. */
import type { WordLayout } from '../native-reader.ts';
import { wordBytesOf } from '../word-layout.ts';

/** Random 32-bit integers, the same for the same seed (mulberry32, T. Ettinger 2017, public domain). */
export function seededWords(count: number, seed: number): Uint32Array {
  let state = seed >>> 0;
  return Uint32Array.from({ length: count }, () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  });
}

/** 64-bit words by their halves. Narrower formats use the lower ones. */
export interface Words {
  readonly lower: Uint32Array;
  readonly upper: Uint32Array;
}

/** The words one after another as a file stores them; a narrow format stores each word's low bits. */
export function storedWords(words: Uint32Array | Words, { format, byteOrder }: WordLayout): Uint8Array {
  const { lower, upper } = words instanceof Uint32Array ? { lower: words, upper: words } : words;
  const bytes = wordBytesOf(format);
  const stored = new Uint8Array(lower.length * bytes);
  for (let index = 0; index < lower.length; index += 1) {
    for (let i = 0; i < bytes; i += 1) {
      const position = byteOrder === 'big' ? bytes - 1 - i : i;
      const half = i < 4 ? lower : upper;
      stored[index * bytes + position] = Math.floor(half[index]! / 2 ** (8 * (i % 4))) % 256;
    }
  }
  return stored;
}

/**
 * Where two arrays first differ, by their bits (so -0 is not 0) but with all NaNs alike, since JavaScript does not
 * promise to keep a NaN's payload; null where they do not. Much faster than a deep comparison of long arrays.
 */
export function firstDifference(
  found: Float32Array,
  expected: Float32Array,
): { at: number; found: number | undefined; expected: number | undefined } | null {
  for (let at = 0; at < Math.max(found.length, expected.length); at += 1) {
    if (!Object.is(found[at], expected[at])) return { at, found: found[at], expected: expected[at] };
  }
  return null;
}
