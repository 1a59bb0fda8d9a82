/** Stores samples in every format of the standard for tests, by arithmetic that shares nothing with the reader. */

/** Samples of 64-bit integer formats may be bigints, which hold every value. */
export type TestSample = number | bigint;

/** Bytes of a sample by its format code (bytes 3225-3226). */
export const TEST_SAMPLE_BYTES: Readonly<Record<number, number>> = {
  1: 4,
  2: 4,
  3: 2,
  4: 4,
  5: 4,
  6: 8,
  7: 3,
  8: 1,
  9: 8,
  10: 4,
  11: 2,
  12: 8,
  15: 3,
  16: 1,
};

/** Every format code of the standard. */
export const TEST_FORMATS: readonly number[] = Object.keys(TEST_SAMPLE_BYTES).map(Number);

const SIGNED_INTEGERS = new Set([2, 3, 7, 8, 9]);

/** Stores the nearest value that the format has. @throws RangeError where the sample is beyond the format's range */
export function writeSample(view: DataView, at: number, sample: TestSample, format: number, little: boolean): void {
  if (format === 1) view.setUint32(at, ibmWord(Number(sample)), little);
  else if (format === 4) view.setUint32(at, gainWord(Number(sample)), little);
  else if (format === 5) view.setFloat32(at, Number(sample), little);
  else if (format === 6) view.setFloat64(at, Number(sample), little);
  else writeInteger(view, at, sample, format, little);
}

function writeInteger(view: DataView, at: number, sample: TestSample, format: number, little: boolean): void {
  const bytes = TEST_SAMPLE_BYTES[format];
  if (bytes === undefined) throw new RangeError(`${format} is no sample format`);
  const value = typeof sample === 'bigint' ? sample : BigInt(Math.round(sample));
  const bits = 8 * bytes;
  const stored = SIGNED_INTEGERS.has(format) ? BigInt.asIntN(bits, value) : BigInt.asUintN(bits, value);
  if (stored !== value) throw new RangeError(`${value} does not fit format ${format}`);
  for (let i = 0; i < bytes; i += 1) {
    const place = little ? i : bytes - 1 - i;
    view.setUint8(at + place, Number((value >> BigInt(8 * i)) & 0xffn));
  }
}

/** Normalised: the fraction's first hexadecimal digit is not 0. Ties go away from zero. */
function ibmWord(value: number): number {
  const sign = value < 0 || Object.is(value, -0) ? 0x80000000 : 0;
  let magnitude = Math.abs(value);
  if (magnitude === 0) return sign;
  let exponent = 64;
  for (; magnitude >= 1; magnitude /= 16) exponent += 1;
  for (; magnitude < 1 / 16; magnitude *= 16) exponent -= 1;
  let fraction = Math.round(magnitude * 2 ** 24);
  if (fraction === 2 ** 24) {
    fraction = 2 ** 20;
    exponent += 1;
  }
  if (!Number.isFinite(value) || exponent < 0 || exponent > 127) throw new RangeError(`${value} is no IBM float`);
  return sign + exponent * 2 ** 24 + fraction;
}

/** Byte 1 is 0, byte 2 the gain g, bytes 3 and 4 the mantissa m of m * 2^-g, with as many of its 15 bits as it takes. */
function gainWord(value: number): number {
  let gain = 0;
  while (gain < 255 && !Number.isInteger(value * 2 ** gain) && Math.abs(value) * 2 ** (gain + 1) < 32_767) gain += 1;
  const mantissa = Math.round(value * 2 ** gain);
  if (!(mantissa >= -32_768 && mantissa <= 32_767)) throw new RangeError(`${value} does not fit format 4`);
  return gain * 2 ** 16 + (mantissa < 0 ? mantissa + 2 ** 16 : mantissa);
}
