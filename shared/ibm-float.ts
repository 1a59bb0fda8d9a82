/**
 * IBM System/360 single precision (SEG-Y format 1): 1 sign bit, 7 exponent bits e, 24 fraction bits f without a hidden
 * one; the value is (-1)^sign * f/2^24 * 16^(e-64) (IBM System/360 Principles of Operation, GA22-6821, 1964).
 */

/**
 * Entry s (the word's first byte) is the signed weight of the fraction's last bit, 2^(4(e-64)-24). Powers of two from
 * 2^-280 to 2^228 are exact in float64, and so is their product with 24 bits: the only rounding is the final one.
 */
export const IBM_WEIGHT: Float64Array = Float64Array.from(
  { length: 256 },
  (_, first) => (first & 0x80 ? -1 : 1) * 2 ** (4 * ((first & 0x7f) - 64) - 24),
);

/** The exact value of a 32-bit IBM word. */
export const ibmValue = (word: number): number => (word & 0x00ffffff) * IBM_WEIGHT[word >>> 24]!;
