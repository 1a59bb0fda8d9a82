/**
 * Tells IBM from IEEE floats by their bits. Both readings of either look like waves, only with other amplitudes. But
 * writers of IBM floats normalise: the fraction's first hexadecimal digit, bits 20 to 23 of the word, is never 0. In
 * IEEE floats that digit is the exponent's last bit and the mantissa's first three, and is 0 in about a twelfth of all
 * words (half of the exponents, times log2(9/8) by Benford's law).
 */
import type { SampleWindows } from './sample-windows.ts';

export interface FloatBits {
  /** Distinct words other than zero. */
  readonly count: number;
  /** Share of them that are no normalised IBM floats. */
  readonly unnormalisedShare: number;
  readonly verdict: 'ibm' | 'ieee' | 'unknown';
}

/** With so many words a twelfth of which should be unnormalised, none is so once in 10^14 files. */
const FEWEST_WORDS = 384;
/** Stray words: fillers, and sums that writers did not normalise. */
const MOST_STRAY = 0.002;
/** A third of what IEEE floats have. */
const FEWEST_UNNORMALISED = 0.03;
/** More are integers in disguise, not IEEE floats. */
const MOST_UNNORMALISED = 0.25;
/** Powers of two that amplitudes must spread over, both odd and even ones, for the shares to hold: those of a velocity model do not. */
const FEWEST_EXPONENTS = 5;
const LEAST_PARITY = 0.2;

export function floatBits({ byteOrder, windows }: SampleWindows): FloatBits {
  const words = new Set<number>();
  for (const window of windows) {
    for (let at = 0; at + 4 <= window.byteLength; at += 4) {
      const word = window.getUint32(at, byteOrder === 'little');
      if ((word & 0x00ffffff) !== 0) words.add(word);
    }
  }
  const exponents = new Map<number, number>();
  let [unnormalised, even] = [0, 0];
  for (const word of words) {
    if ((word & 0x00f00000) === 0) unnormalised += 1;
    if ((word & 0x00800000) === 0) even += 1;
    const exponent = (word >>> 23) & 0xff;
    exponents.set(exponent, (exponents.get(exponent) ?? 0) + 1);
  }
  const count = words.size;
  const unnormalisedShare = count === 0 ? 0 : unnormalised / count;
  const used = [...exponents.values()].filter((uses) => uses >= count / 200).length;
  const isSpread = used >= FEWEST_EXPONENTS && even >= LEAST_PARITY * count && even <= (1 - LEAST_PARITY) * count;
  const figures = { count, unnormalisedShare };
  if (count < FEWEST_WORDS || !isSpread) return { ...figures, verdict: 'unknown' };
  if (unnormalisedShare <= MOST_STRAY) return { ...figures, verdict: 'ibm' };
  const isIeee = unnormalisedShare >= FEWEST_UNNORMALISED && unnormalisedShare <= MOST_UNNORMALISED;
  return { ...figures, verdict: isIeee ? 'ieee' : 'unknown' };
}
