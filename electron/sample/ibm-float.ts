/**
 * Encodes IEEE floats as IBM System/360 single precision (SEG-Y format code 1): sign, exponent e of 16 in excess 64,
 * 24-bit fraction f; value = f / 2^24 * 16^(e - 64). Normalised: the fraction's first hexadecimal digit is not 0.
 */
const LARGEST = 0x7fffffff;

/**
 * The IBM word of a 32-bit IEEE word, rounded half to even. Zeros become +0, infinities the largest IBM number (7.2e75,
 * which readers decode as infinity). IBM has no NaN.
 * @throws RangeError on NaN
 */
export function ibmFromIeeeWord(word: number): number {
  const sign = word & 0x80000000;
  let exponent = (word >>> 23) & 0xff;
  let fraction = word & 0x7fffff;
  if (exponent === 0xff) {
    if (fraction !== 0) throw new RangeError('IBM floats cannot hold NaN');
    return sign | LARGEST;
  }
  if (exponent !== 0) {
    fraction |= 0x800000;
  } else {
    if (fraction === 0) return 0;
    const lead = Math.clz32(fraction) - 8;
    fraction <<= lead;
    exponent = 1 - lead;
  }
  /** Now value = fraction / 2^24 * 2^(exponent - 126), the fraction's top bit set. */
  const power = exponent - 126;
  const drop = -power & 3;
  const hexExponent = ((power + drop) >> 2) + 64;
  const lost = fraction & ((1 << drop) - 1);
  const half = (1 << drop) >> 1;
  fraction >>>= drop;
  /** Rounding up cannot carry into the next digit: where bits were dropped, the fraction's top bit is clear. */
  if (drop !== 0 && (lost > half || (lost === half && (fraction & 1) === 1))) fraction++;
  return sign | (hexExponent << 24) | fraction;
}

/** Writes samples as big-endian IBM words from `byteOffset` on. */
export function writeIbmFloats(samples: Float32Array, into: DataView, byteOffset: number): void {
  const words = new Int32Array(samples.buffer, samples.byteOffset, samples.length);
  for (let i = 0; i < words.length; i++) into.setInt32(byteOffset + 4 * i, ibmFromIeeeWord(words[i]!), false);
}
