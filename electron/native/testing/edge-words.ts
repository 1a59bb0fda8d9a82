/** The words at which a decoder could go wrong. */
import { seededWords, type Words } from './seeded-words.ts';

/** All edges of 32 and 64 bits, then random words. */
export function wordsWithEdges(randomCount: number, seed: number): Words {
  const narrow = edgeWords();
  const wide = [...edgeIntegers(), ...edgeDoubles()];
  const random = narrow.length + randomCount;
  return {
    lower: Uint32Array.from([
      ...wide.map((word) => Number(word & 0xffffffffn)),
      ...narrow,
      ...seededWords(randomCount, seed),
    ]),
    upper: Uint32Array.from([...wide.map((word) => Number(word >> 32n)), ...seededWords(random, seed + 1)]),
  };
}

/**
 * Every first byte (sign and exponent of IBM, most of IEEE's) with the fractions at which something could go wrong. As
 * fixed point with gain: every gain with the mantissas at its ends.
 */
function edgeWords(): number[] {
  const fractions = [
    0, 1, 2, 3, 0xffff, 0x0fffff, 0x100000, 0x100001, 0x7fffff, 0x800000, 0x800001, 0xfffffe, 0xffffff,
  ];
  const firsts = Array.from({ length: 256 }, (_, first) => first);
  const mantissas = [0, 1, 2, 3, 0x7fff, 0x8000, 0x8001, 0xffff];
  return [
    ...firsts.flatMap((first) => fractions.map((fraction) => first * 2 ** 24 + fraction)),
    ...firsts.flatMap((gain) => mantissas.map((mantissa) => gain * 2 ** 16 + mantissa)),
  ];
}

/** The ends of each width, and around the ties between two float32 values in each octave, both signs. */
function edgeIntegers(): bigint[] {
  const ends = [8n, 16n, 24n, 31n, 32n, 53n, 54n, 63n, 64n].flatMap((bits) => [
    2n ** bits - 1n,
    2n ** bits,
    2n ** bits + 1n,
    2n ** (bits - 1n),
  ]);
  const ties: bigint[] = [];
  for (let shift = 1n; shift <= 40n; shift += 1n) {
    const half = 2n ** (shift - 1n);
    for (const significand of [2n ** 23n, 2n ** 23n + 1n, 2n ** 23n + 2n, 2n ** 24n - 2n, 2n ** 24n - 1n]) {
      const tie = significand * 2n ** shift + half;
      // What float64 drops decides there: its last place is up to 2^11.
      ties.push(tie - 1n, tie, tie + 1n, tie - 512n, tie + 512n, tie - 1024n, tie + 1024n, tie + 1025n, tie - half);
    }
  }
  return [0n, ...ends, ...ties].flatMap((value) => [BigInt.asUintN(64, value), BigInt.asUintN(64, -value)]);
}

/** Around the ties between two float32 values, in and around its range; infinities, NaNs, zeros, the ends of float64. */
function edgeDoubles(): bigint[] {
  const words: bigint[] = [
    0x7ff0000000000000n,
    0x7ff8000000000000n,
    0x7ff0000000000001n,
    0x7fffffffffffffffn,
    0x7fefffffffffffffn,
    0x0000000000000000n,
    0x0000000000000001n,
    0x000fffffffffffffn,
    0x0010000000000000n,
  ];
  // Exponents from below half the least denormal (2^-150) to above the largest float32 (2^128).
  for (let exponent = -152; exponent <= 129; exponent += 1) {
    const biased = BigInt(exponent + 1023) << 52n;
    // A tie of a float32 of normal precision lies at bit 28, of a denormal one higher up.
    for (const bit of [28n, 29n, 40n, 51n]) {
      for (const upper of [0n, 1n << (bit + 1n), (1n << 52n) - (1n << (bit + 1n))]) {
        const tie = biased + (upper & ((1n << 52n) - 1n)) + (1n << bit);
        words.push(tie - 1n, tie, tie + 1n);
      }
    }
  }
  return words.flatMap((word) => [word, word | (1n << 63n)]);
}
