/** Figures of one word, added up block by block. */
import type { ValueCounts, WordStatistics } from '../../../shared/headers/header-statistics.ts';

export class ValueAccumulator {
  readonly #mostDistinct: number;
  #count = 0;
  #sum = 0;
  #min = Infinity;
  #max = -Infinity;
  #zeroCount = 0;
  #nonFiniteCount = 0;
  /** Null once more values differ than are kept apart. */
  #counts: Map<number, number> | null = new Map();

  constructor(mostDistinct: number) {
    this.#mostDistinct = mostDistinct;
  }

  add(values: Float64Array): void {
    this.#addFigures(values);
    this.#addCounts(values);
  }

  statistics(): WordStatistics {
    const finiteCount = this.#count - this.#nonFiniteCount;
    return {
      count: this.#count,
      min: finiteCount === 0 ? NaN : this.#min,
      max: finiteCount === 0 ? NaN : this.#max,
      mean: this.#sum / finiteCount,
      zeroCount: this.#zeroCount,
      nonFiniteCount: this.#nonFiniteCount,
      distinctCount: this.#counts?.size ?? null,
    };
  }

  /** Every value that is a number; null where too many differ. */
  get counts(): ReadonlyMap<number, number> | null {
    return this.#counts;
  }

  /** The most frequent values, equally frequent ones ascending; null where too many differ. */
  frequent(most: number): ValueCounts | null {
    if (this.#counts === null) return null;
    const sorted = [...this.#counts].sort(([a, countA], [b, countB]) => countB - countA || a - b).slice(0, most);
    return { values: Float64Array.from(sorted, ([value]) => value), counts: Float64Array.from(sorted, ([, n]) => n) };
  }

  #addFigures(values: Float64Array): void {
    let [sum, min, max, zeroCount, nonFiniteCount] = [0, this.#min, this.#max, 0, 0];
    for (const value of values) {
      if (!Number.isFinite(value)) {
        nonFiniteCount += 1;
        continue;
      }
      if (value === 0) zeroCount += 1;
      if (value < min) min = value;
      if (value > max) max = value;
      sum += value;
    }
    this.#count += values.length;
    this.#sum += sum;
    this.#min = min;
    this.#max = max;
    this.#zeroCount += zeroCount;
    this.#nonFiniteCount += nonFiniteCount;
  }

  /** Runs of one value, which most words consist of, are looked up once. */
  #addCounts(values: Float64Array): void {
    const counts = this.#counts;
    if (counts === null) return;
    for (let start = 0; start < values.length;) {
      // -0 and 0 are one value to a Map, but not NaN and NaN to ===.
      const value = values[start]!;
      let end = start + 1;
      while (end < values.length && values[end] === value) end += 1;
      counts.set(value, (counts.get(value) ?? 0) + end - start);
      if (counts.size > this.#mostDistinct) {
        this.#counts = null;
        return;
      }
      start = end;
    }
  }
}
