/** Words for the tests, and what they are worth by arithmetic that shares nothing with the readers. */
import type { DecodableFormat, WordLayout } from '../native-reader.ts';
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

/** Every first byte (sign and exponent of IBM, most of IEEE's) with the fractions at which something could go wrong. */
export function edgeWords(): Uint32Array {
  const fractions = [
    0, 1, 2, 3, 0xffff, 0x0fffff, 0x100000, 0x100001, 0x7fffff, 0x800000, 0x800001, 0xfffffe, 0xffffff,
  ];
  return Uint32Array.from(
    Array.from({ length: 256 }, (_, first) => fractions.map((fraction) => first * 2 ** 24 + fraction)).flat(),
  );
}

/** The words one after another as a file stores them; a narrow format stores each word's low bits. */
export function storedWords(words: Uint32Array, { format, byteOrder }: WordLayout): Uint8Array {
  const bytes = wordBytesOf(format);
  const stored = new Uint8Array(words.length * bytes);
  for (const [index, word] of words.entries()) {
    for (let i = 0; i < bytes; i += 1) {
      const position = byteOrder === 'big' ? bytes - 1 - i : i;
      stored[index * bytes + position] = Math.floor(word / 2 ** (8 * i)) % 256;
    }
  }
  return stored;
}

/** The float32 nearest to a word's value. */
export function wordValue(word: number, format: DecodableFormat): number {
  switch (format) {
    case 1: {
      const sign = word >= 2 ** 31 ? -1 : 1;
      const exponent = Math.floor(word / 2 ** 24) % 128;
      return Math.fround(sign * (word % 2 ** 24) * 16 ** (exponent - 70));
    }
    case 2:
      return Math.fround(signed(word, 32));
    case 3:
      return signed(word % 2 ** 16, 16);
    case 5:
      return new Float32Array(Uint32Array.of(word).buffer)[0]!;
    case 8:
      return signed(word % 256, 8);
  }
}

const signed = (word: number, bits: number): number => (word >= 2 ** (bits - 1) ? word - 2 ** bits : word);

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
