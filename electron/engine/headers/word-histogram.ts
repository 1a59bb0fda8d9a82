import type { WordHistogram } from '../../../shared/headers/header-statistics.ts';

/** Bars that a plot of a few hundred pixels tells apart. */
const MOST_BINS = 128;

/**
 * Bins of equal width. Whole numbers get bins of whole width whose ends lie half-way between two of them, so that each
 * bin holds as many possible values as the next.
 */
export class HistogramBins {
  readonly min: number;
  readonly max: number;
  readonly counts: Float64Array;
  readonly #width: number;

  constructor(min: number, max: number, isWhole: boolean) {
    const range = max - min;
    this.#width = isWhole ? Math.max(1, Math.ceil((range + 1) / MOST_BINS)) : range / MOST_BINS || 1;
    this.min = isWhole ? min - 0.5 : range === 0 ? min - 0.5 : min;
    const bins = isWhole ? Math.ceil((range + 1) / this.#width) : range === 0 ? 1 : MOST_BINS;
    this.counts = new Float64Array(bins);
    this.max = this.min + bins * this.#width;
  }

  add(value: number, count: number): void {
    const bin = Math.min(Math.floor((value - this.min) / this.#width), this.counts.length - 1);
    // What is no number, or infinite, has no bin.
    if (bin >= 0) this.counts[bin] = this.counts[bin]! + count;
  }

  /** Null where the bins would be wider than a float64 can say. */
  get histogram(): WordHistogram | null {
    return Number.isFinite(this.max) ? { min: this.min, max: this.max, counts: this.counts } : null;
  }
}
