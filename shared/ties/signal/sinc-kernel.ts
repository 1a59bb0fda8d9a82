/**
 * Band-limited interpolation: a sinc under a Kaiser window of 12 samples on either side (J. F. Kaiser, 1974).
 *
 * Sines up to 0.8 of the Nyquist frequency come back within 2e-3 of their amplitude (`signal.test.ts`); the window's
 * share is 1e-3 for 60 dB, the rounding of the position to 1/2048 of a sample below 7e-4.
 */

/** Samples on either side of a position that count. */
export const KERNEL_HALF_WIDTH = 12;
const TAPS = 2 * KERNEL_HALF_WIDTH;
/** Positions between two samples that have weights of their own. */
const PHASES = 2048;
/** Kaiser's beta for 60 dB: 0.1102 (60 - 8.7). */
const BETA = 5.65;

/** Of order 0, modified, of the first kind; the series ends where it no longer changes. */
function besselI0(x: number): number {
  let [sum, term] = [1, 1];
  for (let k = 1; term > 1e-17 * sum; k += 1) {
    term *= (x / (2 * k)) ** 2;
    sum += term;
  }
  return sum;
}

/** At a distance in samples. */
export function kernelAt(distance: number): number {
  const x = Math.abs(distance);
  if (x >= KERNEL_HALF_WIDTH) return 0;
  if (x === 0) return 1;
  const window = besselI0(BETA * Math.sqrt(1 - (x / KERNEL_HALF_WIDTH) ** 2)) / besselI0(BETA);
  return (Math.sin(Math.PI * x) / (Math.PI * x)) * window;
}

/** Row p holds the weights of the samples -11 to 12 about a position p / 2048 behind sample 0; they sum to 1. */
const WEIGHTS = createWeights();

function createWeights(): Float64Array {
  const weights = new Float64Array((PHASES + 1) * TAPS);
  for (let phase = 0; phase <= PHASES; phase += 1) {
    const row = weights.subarray(phase * TAPS, (phase + 1) * TAPS);
    for (let tap = 0; tap < TAPS; tap += 1) row[tap] = kernelAt(tap - (KERNEL_HALF_WIDTH - 1) - phase / PHASES);
    const sum = row.reduce((total, weight) => total + weight, 0);
    row.forEach((weight, tap) => (row[tap] = weight / sum));
  }
  return weights;
}

/** The samples at a position, which counts from sample 0; beyond the ends they are zeros. */
export function interpolateAt(samples: Float64Array, position: number): number {
  const before = Math.floor(position);
  const row = Math.round((position - before) * PHASES) * TAPS;
  const first = before - (KERNEL_HALF_WIDTH - 1);
  let sum = 0;
  if (first >= 0 && first + TAPS <= samples.length) {
    for (let tap = 0; tap < TAPS; tap += 1) sum += WEIGHTS[row + tap]! * samples[first + tap]!;
    return sum;
  }
  const start = Math.max(0, -first);
  const end = Math.min(TAPS, samples.length - first);
  for (let tap = start; tap < end; tap += 1) sum += WEIGHTS[row + tap]! * samples[first + tap]!;
  return sum;
}

/** Two functions at one position, for little more than the price of one. */
export function interpolatePair(
  first: Float64Array,
  second: Float64Array,
  position: number,
  into: { first: number; second: number },
): void {
  const before = Math.floor(position);
  const row = Math.round((position - before) * PHASES) * TAPS;
  const from = before - (KERNEL_HALF_WIDTH - 1);
  const start = Math.max(0, -from);
  const end = Math.min(TAPS, first.length - from);
  let [sum, other] = [0, 0];
  for (let tap = start; tap < end; tap += 1) {
    const weight = WEIGHTS[row + tap]!;
    sum += weight * first[from + tap]!;
    other += weight * second[from + tap]!;
  }
  into.first = sum;
  into.second = other;
}
