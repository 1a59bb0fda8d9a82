import { describe, expect, it } from 'vitest';
import { TEST_FORMATS, TEST_SAMPLE_BYTES, writeSample, type TestSample } from './test-sample-words.ts';

function storedHex(sample: TestSample, format: number, little = false): string {
  const bytes = new Uint8Array(TEST_SAMPLE_BYTES[format]!);
  writeSample(new DataView(bytes.buffer), 0, sample, format, little);
  return Buffer.from(bytes).toString('hex');
}

describe('writeSample', () => {
  it.each<[format: number, sample: TestSample, hex: string]>([
    [1, -118.625, 'c276a000'], // IBM Principles of Operation's own example
    [1, 1, '41100000'],
    [1, 0, '00000000'],
    [1, 2 ** 24 - 0.25, '47100000'],
    [2, -2, 'fffffffe'],
    [3, -32_768, '8000'],
    [4, -3, '0000fffd'],
    [4, 0.75, '00020003'],
    [4, 1 / 3, '00105555'],
    [5, 1, '3f800000'],
    [6, -2, 'c000000000000000'],
    [7, -2, 'fffffe'],
    [8, -1, 'ff'],
    [9, -(2n ** 63n), '8000000000000000'],
    [10, 2 ** 32 - 1, 'ffffffff'],
    [11, 65_535, 'ffff'],
    [12, 2n ** 64n - 2n, 'fffffffffffffffe'],
    [15, 0x123456, '123456'],
    [16, 200, 'c8'],
  ])('format %i stores %s as %s', (format, sample, hex) => {
    expect(storedHex(sample, format)).toBe(hex);
    expect(storedHex(sample, format, true)).toBe(hex.match(/../g)!.toReversed().join(''));
  });

  it.each<[format: number, sample: TestSample]>([
    [1, 1e77],
    [3, 32_768],
    [4, 32_768],
    [9, 2n ** 63n],
    [10, -1],
    [15, 2 ** 24],
    [16, 256],
  ])('format %i refuses %s', (format, sample) => {
    expect(() => storedHex(sample, format)).toThrow(RangeError);
  });

  it('knows fourteen formats', () => {
    expect(TEST_FORMATS).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 15, 16]);
  });
});
