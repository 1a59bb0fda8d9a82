/** Weak random noise, a function of seed, trace and sample only. */

/** Standard deviation of the noise for a gain of 1; strong reflections reach about 9000. */
const NOISE_AMPLITUDE = 70;

/** Standard deviation of the filter's output below for white noise of triangular distribution on [-1, 1]: sqrt(10 / 6). */
const FILTER_GAIN = 1.291;

/**
 * Adds noise to a trace: hashed counters (the murmur finaliser, its two halves summed) through the filter
 * [1 2 1] * [1 0 -1], which takes away what lies near 0 Hz and near the Nyquist frequency.
 */
export function addNoise(traceSeed: number, scale: number, trace: Float32Array): void {
  const amount = (scale * NOISE_AMPLITUDE) / FILTER_GAIN;
  let oneBack = 0;
  let twoBack = 0;
  let threeBack = 0;
  let fourBack = 0;
  for (let k = -4; k < trace.length; k++) {
    let word = (traceSeed + Math.imul(k + 5, 0x9e3779b9)) | 0;
    word = Math.imul(word ^ (word >>> 16), 0x85ebca6b);
    word = Math.imul(word ^ (word >>> 13), 0xc2b2ae35);
    word ^= word >>> 16;
    const white = ((word & 0xffff) + (word >>> 16)) / 0x10000 - 1;
    if (k >= 0) trace[k]! += amount * (white + 2 * (oneBack - threeBack) - fourBack);
    fourBack = threeBack;
    threeBack = twoBack;
    twoBack = oneBack;
    oneBack = white;
  }
}
