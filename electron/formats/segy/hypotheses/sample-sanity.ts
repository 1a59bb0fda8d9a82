/** Whether decoded samples look like seismic data, or like the bits of another format. */
import type { DecodableFormat } from '../../../native/native-reader.ts';

export interface SampleSanity {
  /** Samples other than zero. */
  readonly count: number;
  /** Share of them that are no numbers, or as large or small as no amplitude is. */
  readonly wildShare: number;
  /** Nothing lies where amplitudes are commonest, near zero: bit patterns of another format. */
  readonly hasGap: boolean;
  /** Mean step from sample to sample over the mean distance from the median: 1.4 for noise, less for waves. */
  readonly roughness: number;
  /** Too wild to be amplitudes, whatever the data. */
  readonly isNonsense: boolean;
}

/** Fewer tell nothing. */
export const FEWEST_SAMPLES = 128;
/** Amplitudes of any unit, pascals to raw counts squared, lie within. */
const LARGEST_AMPLITUDE = 1e25;
const SMALLEST_AMPLITUDE = 1e-25;
const MOST_WILD = 0.05;
/** "Near zero" is below this share of the large amplitudes: a sine has a twelfth of its samples there, noise a fifth. */
const NEAR_SHARE = 1 / 8;
const FEWEST_NEAR = 0.005;
/** Signs (1-bit recordings), classes and small whole numbers have nothing near zero either. */
const FEWEST_MAGNITUDES = 32;
/** Each sign must be this frequent for a gap between them to mean something. */
const BOTH_SIGNS = 0.1;

/** Null where too few samples differ from zero. */
export function sampleSanity(windows: readonly Float32Array[], format: DecodableFormat): SampleSanity | null {
  const values: number[] = [];
  let wild = 0;
  for (const window of windows) {
    for (const value of window) {
      if (value === 0) continue;
      const size = Math.abs(value);
      if (size >= SMALLEST_AMPLITUDE && size <= LARGEST_AMPLITUDE) values.push(value);
      else wild += 1;
    }
  }
  const count = values.length + wild;
  if (count < FEWEST_SAMPLES) return null;
  const wildShare = wild / count;
  const hasGap = isSplit(values) || isOutOfPlace(values, INTEGER_BITS[format]);
  return { count, wildShare, hasGap, roughness: roughness(windows), isNonsense: wildShare > MOST_WILD || hasGap };
}

/** Both signs are frequent, and nothing lies between them. */
function isSplit(values: readonly number[]): boolean {
  const positive = shareOf(values, (value) => value > 0);
  if (positive <= BOTH_SIGNS || positive >= 1 - BOTH_SIGNS) return false;
  const sizes = Float64Array.from(values, Math.abs).sort();
  const near = sizes[Math.floor(0.99 * (sizes.length - 1))]! * NEAR_SHARE;
  if (sizes.findIndex((size) => size >= near) >= FEWEST_NEAR * sizes.length) return false;
  return distinctCount(sizes) >= FEWEST_MAGNITUDES;
}

/** Bits of the integer formats; unsigned ones negative. */
const INTEGER_BITS: Readonly<Partial<Record<DecodableFormat, number>>> = {
  2: 32,
  3: 16,
  7: 24,
  8: 8,
  9: 64,
  10: -32,
  11: -16,
  12: -64,
  15: -24,
  16: -8,
};
/** Integers all above a 64th of their range are floats, whose exponents stand in the first bits. */
const FAR = 64;
const MOST_NEAR_FLOATS = 0.01;

/** Values where integers of that width are not: all far from zero (floats), or at both ends of an unsigned range (signed ones). */
function isOutOfPlace(values: readonly number[], bits: number | undefined): boolean {
  if (bits === undefined) return false;
  const range = 2 ** Math.abs(bits);
  if (Math.abs(bits) >= 32 && shareOf(values, (value) => Math.abs(value) < range / FAR) < MOST_NEAR_FLOATS) return true;
  if (bits > 0) return false;
  const low = shareOf(values, (value) => value < range / 8);
  const high = shareOf(values, (value) => value >= (7 * range) / 8);
  const middle = shareOf(values, (value) => value >= range / 4 && value < (3 * range) / 4);
  return low > BOTH_SIGNS && high > BOTH_SIGNS && middle < FEWEST_NEAR;
}

const shareOf = (values: readonly number[], isOne: (value: number) => boolean): number =>
  values.reduce((count, value) => count + (isOne(value) ? 1 : 0), 0) / Math.max(1, values.length);

function distinctCount(sorted: Float64Array): number {
  let count = 1;
  for (let i = 1; i < sorted.length; i += 1) count += sorted[i] === sorted[i - 1] ? 0 : 1;
  return count;
}

function roughness(windows: readonly Float32Array[]): number {
  let [steps, distances] = [0, 0];
  for (const window of windows) {
    const median = window.toSorted()[window.length >> 1]!;
    for (let i = 1; i < window.length; i += 1) {
      const step = Math.abs(window[i]! - window[i - 1]!);
      const distance = Math.abs(window[i]! - median);
      if (!(step <= LARGEST_AMPLITUDE && distance <= LARGEST_AMPLITUDE)) continue;
      steps += step;
      distances += distance;
    }
  }
  return distances === 0 ? 0 : steps / distances;
}
