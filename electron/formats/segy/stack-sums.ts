/** Sums of one position's traces until the next position begins. */

export class StackSums {
  readonly #columns: number;
  readonly #into: Float32Array;
  readonly #sums: Float64Array;
  readonly #counts: Int32Array;
  #position = -1;

  /** @param into [positions, columns] in C order; positions without a trace become NaN */
  constructor(columns: number, into: Float32Array) {
    this.#columns = columns;
    this.#into = into.fill(Number.NaN);
    this.#sums = new Float64Array(columns);
    this.#counts = new Int32Array(columns);
  }

  /**
   * Adds traces; those of one position must follow one another. Samples that are NaN do not count.
   * @param samples [traces, columns] in C order
   * @param positions of each trace
   */
  add(samples: Float32Array, positions: Int32Array): void {
    const columns = this.#columns;
    const sums = this.#sums;
    const counts = this.#counts;
    for (let trace = 0, at = 0; trace < positions.length; trace += 1) {
      if (positions[trace] !== this.#position) this.#begin(positions[trace]!);
      for (let column = 0; column < columns; column += 1, at += 1) {
        const sample = samples[at]!;
        if (Number.isNaN(sample)) continue;
        sums[column]! += sample;
        counts[column]! += 1;
      }
    }
  }

  /** Writes the last position's mean. */
  finish(): void {
    this.#begin(-1);
  }

  #begin(position: number): void {
    const start = this.#position * this.#columns;
    if (this.#position >= 0) {
      for (let column = 0; column < this.#columns; column += 1) {
        const count = this.#counts[column]!;
        this.#into[start + column] = count === 0 ? Number.NaN : this.#sums[column]! / count;
      }
    }
    this.#position = position;
    this.#sums.fill(0);
    this.#counts.fill(0);
  }
}
