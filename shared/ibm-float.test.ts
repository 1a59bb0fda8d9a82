import { describe, expect, it } from 'vitest';
import { ibmValue } from './ibm-float.ts';

describe('ibmValue', () => {
  it.each([
    [0x42640000, 100],
    [0xc276a000, -118.625], // IBM Principles of Operation's own example
    [0x41100000, 1],
    [0x40000000, 0],
    [0x00000000, 0],
    [0x42000001, 2 ** -16],
    [0x41000001, 2 ** -20],
    [0x7fffffff, (1 - 2 ** -24) * 16 ** 63],
    [0x00000001, 2 ** -280],
  ])('word %i is %d', (word, value) => {
    expect(ibmValue(word)).toBe(value);
  });

  it.each([
    ['beyond float32', 0x61100000, Infinity],
    ['beyond float32, negative', 0xe1100000, -Infinity],
    ['the largest below 2^128', 0x60ffffff, 3.4028234663852886e38],
    ['a denormal', 0x21800000, 2 ** -125],
    ['the least denormal', 0x1b800000, 2 ** -149],
    ['half of it, a tie to even', 0x1b400000, 0],
    ['just over half of it', 0x1b400001, 2 ** -149],
    ['below, negative', 0x80000001, -0],
  ])('rounds %s once to float32', (_, word, value) => {
    expect(Math.fround(ibmValue(word))).toBe(value);
  });
});
