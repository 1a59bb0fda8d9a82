/** What a stored word is worth as a float32, by arithmetic that shares nothing with the readers. */
import type { DecodableFormat } from '../native-reader.ts';

/** @param upper the upper half of a 64-bit word; `lower` is all of a narrower one */
export function wordValue(lower: number, upper: number, format: DecodableFormat): number {
  switch (format) {
    case 1: {
      const exponent = Math.floor(lower / 2 ** 24) % 128;
      return Math.fround(signedBy(lower >= 2 ** 31, (lower % 2 ** 24) * 16 ** (exponent - 70)));
    }
    case 4:
      return Math.fround(signed(lower, 16) * 2 ** -(Math.floor(lower / 2 ** 16) % 256));
    case 5:
      return new Float32Array(Uint32Array.of(lower).buffer)[0]!;
    case 6:
      return signedBy(upper >= 2 ** 31, doubleMagnitude(lower, upper % 2 ** 31));
    case 9: {
      const value = BigInt.asIntN(64, integer(lower, upper));
      return value < 0n ? -nearestFloat32(-value, 0) : nearestFloat32(value, 0);
    }
    case 12:
      return nearestFloat32(integer(lower, upper), 0);
    case 2:
      return Math.fround(signed(lower, 32));
    case 3:
      return signed(lower, 16);
    case 7:
      return signed(lower, 24);
    case 8:
      return signed(lower, 8);
    case 10:
      return Math.fround(lower);
    case 11:
      return lower % 2 ** 16;
    case 15:
      return lower % 2 ** 24;
    case 16:
      return lower % 2 ** 8;
  }
}

/** The low bits as two's complement. */
function signed(word: number, bits: number): number {
  const low = word % 2 ** bits;
  return low >= 2 ** (bits - 1) ? low - 2 ** bits : low;
}

const integer = (lower: number, upper: number): bigint => (BigInt(upper) << 32n) + BigInt(lower);

const signedBy = (isNegative: boolean, magnitude: number): number => (isNegative ? -magnitude : magnitude);

/** IEEE 754 binary64 without its sign: 11 bits of exponent, 52 of fraction. */
function doubleMagnitude(lower: number, upper: number): number {
  const exponent = Math.floor(upper / 2 ** 20);
  const fraction = integer(lower, upper % 2 ** 20);
  if (exponent === 2047) return fraction === 0n ? Infinity : NaN;
  return exponent === 0 ? nearestFloat32(fraction, -1074) : nearestFloat32(fraction + 2n ** 52n, exponent - 1075);
}

/** The float32 nearest to significand * 2^exponent, ties to even (IEEE 754, 24 bits, least exponent -149). */
function nearestFloat32(significand: bigint, exponent: number): number {
  const lastPlace = Math.max(exponent + bitLength(significand) - 24, -149);
  const dropped = BigInt(Math.max(lastPlace - exponent, 0));
  let kept = significand >> dropped;
  const rest = significand - (kept << dropped);
  const half = dropped === 0n ? 1n : 2n ** (dropped - 1n);
  if (rest > half || (rest === half && kept % 2n === 1n)) kept += 1n;
  // Where nothing is dropped the significand itself, of up to 24 bits, counts in units of its own exponent.
  const value = Number(kept) * 2 ** (dropped === 0n ? exponent : lastPlace);
  return value >= 2 ** 128 ? Infinity : value;
}

function bitLength(value: bigint): number {
  const upper = Number(value >> 32n);
  return upper > 0 ? 64 - Math.clz32(upper) : 32 - Math.clz32(Number(value));
}
