/** Words that Float32 cannot give back: those that, decoded and encoded again, are not what they were. */
import { wordDecoder } from '../../../native/decode-samples.ts';
import type { WordLayout } from '../../../native/native-reader.ts';
import { wordBytesOf } from '../../../native/word-layout.ts';
import { wordEncoder } from '../../segy/encode-samples.ts';

/** Integers of up to 24 bits are all Float32 values, each said in one way. */
const ALWAYS_ALIKE: ReadonlySet<number> = new Set([3, 7, 8, 11, 15, 16]);

/** Adds to `found` the index of each such word of `words`; stops at `most`. */
export type UnlikeWordFinder = (words: Uint8Array, found: number[], most: number) => void;

export function unlikeWordFinder(layout: WordLayout): UnlikeWordFinder {
  if (ALWAYS_ALIKE.has(layout.format)) return () => undefined;
  const isSuspect = suspicion(layout);
  const bytes = wordBytesOf(layout.format);
  const decode = wordDecoder(layout);
  const encode = wordEncoder(layout);
  const decoded = new Float32Array(1);
  const again = new Uint8Array(bytes);
  const againView = new DataView(again.buffer);
  return (words, found, most) => {
    const view = new DataView(words.buffer, words.byteOffset, words.byteLength);
    const count = Math.floor(words.byteLength / bytes);
    for (let index = 0; index < count && found.length < most; index += 1) {
      const at = index * bytes;
      if (!isSuspect(view, at)) continue;
      decode(view, at, bytes, 1, decoded, 0);
      encode(againView, 0, decoded[0]!);
      for (let k = 0; k < bytes; k += 1) {
        if (again[k] === words[at + k]) continue;
        found.push(index);
        break;
      }
    }
  };
}

/** Powers of sixteen at which every fraction is a normal float32 (as in `decode_kernels.h`). */
const LEAST_EXACT_EXPONENT = 39;
const MOST_EXACT_EXPONENT = 96;

/** Most words are told at a glance: 0.7 instead of 30 ns. */
function suspicion({ format, byteOrder }: WordLayout): (view: DataView, at: number) => boolean {
  const little = byteOrder === 'little';
  if (format === 5) {
    // Only NaN: the bits beside its name may change on their way.
    return (view, at) => (view.getUint32(at, little) & 0x7fffffff) > 0x7f800000;
  }
  if (format !== 1) return () => true;
  return (view, at) => {
    const word = view.getUint32(at, little);
    const exponent = (word >>> 24) & 0x7f;
    const isPlain = (word & 0x00f00000) !== 0 && exponent >= LEAST_EXACT_EXPONENT && exponent <= MOST_EXACT_EXPONENT;
    return !isPlain && word !== 0;
  };
}
