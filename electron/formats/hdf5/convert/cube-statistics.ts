/** Amplitudes of a whole cube, counted slab by slab in bounded memory. */
import { AMPLITUDE_CLASSES, FIRST_ENDLESS_CLASS, SIGN_CLASS, type ArrayWork } from '../../../native/array-work.ts';

const HISTOGRAM_BINS = 256;

export interface CubeStatistics {
  readonly min: number;
  readonly max: number;
  /** Finite samples. */
  readonly count: number;
  readonly rms: number;
  /** `absPercentiles[p]` is the p-th percentile of |amplitude|; length 101. */
  readonly absPercentiles: Float32Array;
  /** Counts of 256 equal bins over [min, max]. */
  readonly histogram: Float64Array;
}

export class CubeStatisticsCounter {
  readonly #work: ArrayWork;
  readonly #classes = new Float64Array(AMPLITUDE_CLASSES);
  #min = Infinity;
  #max = -Infinity;
  #sumOfSquares = 0;

  constructor(work: ArrayWork) {
    this.#work = work;
  }

  /** Samples in any order; NaN and infinities are not counted. */
  async add(samples: Float32Array): Promise<void> {
    // Of one slab, whose counts fit in 32 bits.
    const counts = new Uint32Array(AMPLITUDE_CLASSES);
    const { sumOfSquares, least, most } = await this.#work.countAmplitudes(samples, counts);
    for (let i = 0; i < AMPLITUDE_CLASSES; i += 1) this.#classes[i]! += counts[i]!;
    this.#sumOfSquares += sumOfSquares;
    this.#min = Math.min(this.#min, least);
    this.#max = Math.max(this.#max, most);
  }

  /** Percentiles are right to 0.8 %, by classes of 128 an octave. */
  finish(): CubeStatistics {
    const classes = this.#classes;
    const count = finiteCount(classes);
    const min = count === 0 ? 0 : finiteEnd(this.#min, classes, -1);
    const max = count === 0 ? 0 : finiteEnd(this.#max, classes, 1);
    return {
      min,
      max,
      count,
      rms: count === 0 ? 0 : Math.sqrt(this.#sumOfSquares / count),
      absPercentiles: absPercentiles(classes, count, Math.max(Math.abs(min), Math.abs(max))),
      histogram: histogramOf(classes, min, max),
    };
  }
}

const isFinite = (index: number): boolean => (index & ~SIGN_CLASS) < FIRST_ENDLESS_CLASS;

const finiteCount = (classes: Float64Array): number =>
  classes.reduce((sum, count, index) => sum + (isFinite(index) ? count : 0), 0);

/** The extreme itself, or where that is an infinity the outermost finite class. */
function finiteEnd(extreme: number, classes: Float64Array, sign: 1 | -1): number {
  if (Number.isFinite(extreme)) return extreme;
  let end = sign === 1 ? -Infinity : Infinity;
  classes.forEach((count, index) => {
    if (count === 0 || !isFinite(index)) return;
    end = sign === 1 ? Math.max(end, middleOf(index)) : Math.min(end, middleOf(index));
  });
  return end;
}

/** Nearest rank: the value of rank ceil(p / 100 * count), at least the first. */
function absPercentiles(classes: Float64Array, count: number, most: number): Float32Array {
  const percentiles = new Float32Array(101);
  if (count === 0) return percentiles;
  let below = 0;
  let p = 0;
  for (let index = 0; index < FIRST_ENDLESS_CLASS && p < 100; index += 1) {
    below += classes[index]! + classes[index | SIGN_CLASS]!;
    while (p < 100 && below >= Math.max(1, Math.ceil((p / 100) * count))) percentiles[p++] = middleOf(index);
  }
  return percentiles.fill(most, p).map((value) => Math.min(value, most));
}

/** A class goes whole into the bin of its middle. */
function histogramOf(classes: Float64Array, min: number, max: number): Float64Array {
  const histogram = new Float64Array(HISTOGRAM_BINS);
  const binsPerUnit = max > min ? HISTOGRAM_BINS / (max - min) : 0;
  classes.forEach((count, index) => {
    if (count === 0 || !isFinite(index)) return;
    const bin = Math.floor((middleOf(index) - min) * binsPerUnit);
    histogram[Math.min(Math.max(bin, 0), HISTOGRAM_BINS - 1)]! += count;
  });
  return histogram;
}

const pattern = new Uint32Array(1);
const float = new Float32Array(pattern.buffer);

/** The middle of a class; the class of zero is zero. */
function middleOf(index: number): number {
  const isZero = (index & ~SIGN_CLASS) === 0;
  pattern[0] = isZero ? 0 : ((index << 16) | 0x8000) >>> 0;
  return float[0]!;
}
