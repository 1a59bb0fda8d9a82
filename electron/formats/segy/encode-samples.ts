/**
 * Float32 samples as words of a SEG-Y file: the inverse of the reader's decoders wherever a decoder loses nothing. What it
 * rounds, and words that say in another way what is said here, are for whoever needs the very bytes to keep.
 */
import type { WordLayout } from '../../native/native-reader.ts';

/** Puts one sample at `position`. */
export type WordEncoder = (target: DataView, position: number, value: number) => void;

export function wordEncoder({ format, byteOrder }: WordLayout): WordEncoder {
  const little = byteOrder === 'little';
  switch (format) {
    case 1:
      return (target, at, value) => target.setUint32(at, ibmWord(value), little);
    case 2:
      return (target, at, value) => target.setInt32(at, whole(value, -(2 ** 31), 2 ** 31 - 1), little);
    case 3:
      return (target, at, value) => target.setInt16(at, whole(value, -(2 ** 15), 2 ** 15 - 1), little);
    case 4:
      return (target, at, value) => target.setUint32(at, gainWord(value), little);
    case 5:
      return (target, at, value) => target.setFloat32(at, value, little);
    case 6:
      return (target, at, value) => target.setFloat64(at, value, little);
    case 7:
      return (target, at, value) => setInt24(target, at, whole(value, -(2 ** 23), 2 ** 23 - 1), little);
    case 8:
      return (target, at, value) => target.setInt8(at, whole(value, -(2 ** 7), 2 ** 7 - 1));
    case 9:
      return (target, at, value) => target.setBigInt64(at, wholeBig(value, -(2n ** 63n), 2n ** 63n - 1n), little);
    case 10:
      return (target, at, value) => target.setUint32(at, whole(value, 0, 2 ** 32 - 1), little);
    case 11:
      return (target, at, value) => target.setUint16(at, whole(value, 0, 2 ** 16 - 1), little);
    case 12:
      return (target, at, value) => target.setBigUint64(at, wholeBig(value, 0n, 2n ** 64n - 1n), little);
    case 15:
      return (target, at, value) => setInt24(target, at, whole(value, 0, 2 ** 24 - 1), little);
    case 16:
      return (target, at, value) => target.setUint8(at, whole(value, 0, 2 ** 8 - 1));
  }
}

/** NaN is no integer, and becomes 0. */
const whole = (value: number, least: number, most: number): number =>
  Number.isNaN(value) ? 0 : Math.min(Math.max(Math.round(value), least), most);

function wholeBig(value: number, least: bigint, most: bigint): bigint {
  if (!Number.isFinite(value)) return value > 0 ? most : value < 0 ? least : 0n;
  const integer = BigInt(Math.round(value));
  return integer < least ? least : integer > most ? most : integer;
}

function setInt24(target: DataView, at: number, value: number, little: boolean): void {
  const bytes = [value & 0xff, (value >> 8) & 0xff, (value >> 16) & 0xff] as const;
  bytes.forEach((byte, i) => target.setUint8(at + (little ? i : 2 - i), byte));
}

const MOST_IBM_FRACTION = 0x00ffffff;
/** 16^63 less an ulp of the fraction, the largest IBM number, is 7.2e75: only infinities reach it from float32. */
const INFINITE_IBM = 0x7fffffff;

/** Normalised: the first of the six hexadecimal digits is not 0. 0 is all zeros but for its sign. NaN becomes 0. */
function ibmWord(value: number): number {
  const sign = value < 0 || Object.is(value, -0) ? 0x80000000 : 0;
  const magnitude = Math.abs(value);
  if (magnitude === 0 || Number.isNaN(value)) return sign;
  if (magnitude === Infinity) return (sign | INFINITE_IBM) >>> 0;
  let exponent = Math.ceil((Math.floor(Math.log2(magnitude)) + 1) / 4);
  let fraction = Math.round(magnitude * 2 ** (24 - 4 * exponent));
  // The logarithm may be off by one at a power of sixteen, and rounding may carry.
  if (fraction > MOST_IBM_FRACTION) {
    exponent += 1;
    fraction = Math.round(magnitude * 2 ** (24 - 4 * exponent));
  } else if (fraction < 0x00100000) {
    exponent -= 1;
    fraction = Math.round(magnitude * 2 ** (24 - 4 * exponent));
  }
  return (sign | ((exponent + 64) << 24) | fraction) >>> 0;
}

const MOST_GAIN = 255;

/** The least gain at which the mantissa is a whole number of 16 bits. */
function gainWord(value: number): number {
  if (!Number.isFinite(value)) return 0;
  for (let gain = 0; gain <= MOST_GAIN; gain += 1) {
    const mantissa = value * 2 ** gain;
    if (Math.abs(mantissa) > 2 ** 15) break;
    if (Number.isInteger(mantissa) && mantissa < 2 ** 15) return ((gain << 16) | (mantissa & 0xffff)) >>> 0;
  }
  return whole(value, -(2 ** 15), 2 ** 15 - 1) & 0xffff;
}
