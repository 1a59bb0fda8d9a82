/** The timings of the last pictures: a ring that forgets the oldest. Nothing is estimated; what was not measured is null. */
import type { Stage, Timing } from '../../shared/timing.ts';

/** As many pictures as the overlay's sparkline shows. */
export const HISTORY_LENGTH = 200;

export type TimingFigure = Stage | 'engineMs' | 'presentedMs' | 'gpuMs';

export class TimingHistory {
  readonly #ring: Timing[] = [];
  readonly #capacity: number;
  #next = 0;

  constructor(capacity: number = HISTORY_LENGTH) {
    this.#capacity = capacity;
  }

  push(timing: Timing): void {
    this.#ring[this.#next] = timing;
    this.#next = (this.#next + 1) % this.#capacity;
  }

  clear(): void {
    this.#ring.length = 0;
    this.#next = 0;
  }

  last(): Timing | null {
    return this.timings().at(-1) ?? null;
  }

  /** Oldest first. */
  timings(): Timing[] {
    return this.#ring.length < this.#capacity
      ? [...this.#ring]
      : [...this.#ring.slice(this.#next), ...this.#ring.slice(0, this.#next)];
  }

  /** Nearest-rank percentile (0 to 100) over the pictures for which the figure was measured; null where none was. */
  percentile(figure: TimingFigure, percent: number): number | null {
    const values = this.#ring.map((timing) => timing[figure]).filter((value) => value !== null);
    if (values.length === 0) return null;
    values.sort((a, b) => a - b);
    return values[Math.max(0, Math.ceil((percent / 100) * values.length) - 1)]!;
  }
}
