import { describe, expect, test } from 'vitest';
import { ibmFromIeeeWord, writeIbmFloats } from './ibm-float.ts';

const ieeeWord = (value: number): number => new Int32Array(Float32Array.of(value).buffer)[0]!;
const encode = (value: number): number => ibmFromIeeeWord(ieeeWord(value)) >>> 0;

/** The definition: sign, fraction / 2^24, 16^(exponent - 64). */
const decode = (word: number): number =>
  (word >>> 31 === 1 ? -1 : 1) * ((word & 0xffffff) / 2 ** 24) * 16 ** (((word >>> 24) & 0x7f) - 64);

describe('ibmFromIeeeWord', () => {
  test.each([
    [0, 0x00000000],
    [-0, 0x00000000],
    [1, 0x41100000],
    [-1, 0xc1100000],
    [0.0625, 0x40100000],
    [16, 0x42100000],
    [-118.625, 0xc276a000],
    [0.15625, 0x40280000],
    [Infinity, 0x7fffffff],
    [-Infinity, 0xffffffff],
  ])('encodes %f', (value, word) => {
    expect(encode(value).toString(16)).toBe(word.toString(16));
  });

  test('the largest and the smallest IEEE numbers come back within the rounding', () => {
    for (const value of [3.4028234663852886e38, 2 ** -126, 2 ** -149, -(2 ** -140)]) {
      expect(Math.abs(decode(encode(value)) / value - 1)).toBeLessThanOrEqual(2 ** -21);
    }
  });

  test('rounds halves to even and carries', () => {
    // 1 + 2^-21 lies half way between two IBM numbers near 1, whose fractions keep 21 bits.
    expect(encode(1 + 2 ** -21)).toBe(0x41100000);
    expect(encode(1 + 3 * 2 ** -21)).toBe(0x41100002);
    expect(encode(2 - 2 ** -23)).toBe(0x41200000);
  });

  test('random words are normalised and come back within half a unit of the fraction', () => {
    let word = 12345;
    for (let i = 0; i < 100_000; i++) {
      word = (Math.imul(word, 1664525) + 1013904223) | 0;
      if ((word & 0x7f800000) === 0x7f800000 || (word & 0x7fffffff) === 0) continue;
      const value = new Float32Array(Int32Array.of(word).buffer)[0]!;
      const encoded = ibmFromIeeeWord(word) >>> 0;
      const unit = 2 ** -24 * 16 ** (((encoded >>> 24) & 0x7f) - 64);
      if ((encoded & 0xf00000) === 0) throw new Error(`not normalised: ${value}`);
      if (Math.abs(decode(encoded) - value) > unit / 2) throw new Error(`too far from ${value}: ${decode(encoded)}`);
    }
  });

  test('refuses NaN', () => {
    expect(() => encode(NaN)).toThrow(RangeError);
  });
});

test('writeIbmFloats writes big-endian words at an offset and reads only its part of the buffer', () => {
  const samples = Float32Array.of(7, 1, -118.625).subarray(1);
  const view = new DataView(new ArrayBuffer(12));
  writeIbmFloats(samples, view, 4);
  expect([view.getUint32(0), view.getUint32(4), view.getUint32(8)]).toEqual([0, 0x41100000, 0xc276a000]);
});
