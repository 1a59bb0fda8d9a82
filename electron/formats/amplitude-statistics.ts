/** Amplitude statistics of traces, gathered in one pass without sorting, so that no call blocks for long. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { AmplitudeStatistics } from '../../shared/survey.ts';

const HISTOGRAM_BINS = 256;

/**
 * |amplitude| is counted by the upper bits of its float32 pattern, which ascends with the value: 2^10 classes an octave,
 * so a percentile is right to 0.1 % of its value. Finite patterns end below 0x7f800000.
 */
const DROPPED_BITS = 13;
const CLASSES = 0x7f800000 >>> DROPPED_BITS;

export class AmplitudeAccumulator {
  readonly #kept: Float32Array[] = [];
  readonly #classes = new Uint32Array(CLASSES);
  #count = 0;
  #sumOfSquares = 0;
  #min = Infinity;
  #max = -Infinity;

  /** Samples in any order; NaN and infinities are not counted. The array is kept until `finish`. */
  add(samples: Float32Array): void {
    this.#kept.push(samples);
    const bits = new Uint32Array(samples.buffer, samples.byteOffset, samples.length);
    const classes = this.#classes;
    for (let i = 0; i < samples.length; i += 1) {
      const magnitudeClass = (bits[i]! & 0x7fffffff) >>> DROPPED_BITS;
      if (magnitudeClass >= CLASSES) continue;
      classes[magnitudeClass]! += 1;
      const value = samples[i]!;
      this.#count += 1;
      this.#sumOfSquares += value * value;
      if (value < this.#min) this.#min = value;
      if (value > this.#max) this.#max = value;
    }
  }

  /**
   * Lets the event loop turn between the arrays that were added.
   * @param tracesShare share of the survey's traces that were added, 0 to 1. All values are 0 where nothing finite was.
   */
  async finish(tracesShare: number): Promise<AmplitudeStatistics> {
    const isEmpty = this.#count === 0;
    const min = isEmpty ? 0 : this.#min;
    const max = isEmpty ? 0 : this.#max;
    return {
      min,
      max,
      rms: isEmpty ? 0 : Math.sqrt(this.#sumOfSquares / this.#count),
      sampleCount: this.#count,
      tracesShare,
      histogram: await this.#histogram(min, max),
      histogramMin: min,
      histogramMax: max,
      absPercentiles: this.#absPercentiles(Math.max(Math.abs(min), Math.abs(max))),
    };
  }

  async #histogram(min: number, max: number): Promise<Uint32Array> {
    const histogram = new Uint32Array(HISTOGRAM_BINS);
    const binsPerUnit = max > min ? HISTOGRAM_BINS / (max - min) : 0;
    for (const samples of this.#kept) {
      await nextTurn();
      for (const value of samples) {
        if (!Number.isFinite(value)) continue;
        histogram[Math.min(Math.floor((value - min) * binsPerUnit), HISTOGRAM_BINS - 1)]! += 1;
      }
    }
    return histogram;
  }

  /** The p-th percentile is the value of rank ceil(p / 100 * count), at least the first (nearest rank). */
  #absPercentiles(maxMagnitude: number): Float32Array {
    const percentiles = new Float32Array(101);
    if (this.#count === 0) return percentiles;
    let below = 0;
    let p = 0;
    for (let magnitudeClass = 0; magnitudeClass < CLASSES && p < 100; magnitudeClass += 1) {
      below += this.#classes[magnitudeClass]!;
      while (p < 100 && below >= Math.max(1, Math.ceil((p / 100) * this.#count))) {
        percentiles[p++] = magnitudeOfClass(magnitudeClass);
      }
    }
    return percentiles.fill(maxMagnitude, p).map((value) => Math.min(value, maxMagnitude));
  }
}

const pattern = new Uint32Array(1);
const value = new Float32Array(pattern.buffer);

/** The middle of a class; the class of zero is zero. */
function magnitudeOfClass(magnitudeClass: number): number {
  pattern[0] = magnitudeClass === 0 ? 0 : (magnitudeClass << DROPPED_BITS) | (1 << (DROPPED_BITS - 1));
  return value[0]!;
}
