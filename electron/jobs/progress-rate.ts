/** How fast something goes now: what was done over the last seconds. An average since the start tells of what is long past. */

/** Long enough that a slab of 32 MB is no jump, short enough to follow a disk that slows down. */
const WINDOW_MS = 3000;
/** Before this much time a rate is chance. */
const LEAST_MS = 400;

export class ProgressRate {
  readonly #now: () => number;
  readonly #points: { readonly atMs: number; readonly done: number }[] = [];

  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /** @returns of what `done` counts, a second; null while that cannot be told */
  at(done: number): number | null {
    const atMs = this.#now();
    this.#points.push({ atMs, done });
    // The last point before the window stays: the rate is over the whole of it.
    while (this.#points.length > 2 && this.#points[1]!.atMs <= atMs - WINDOW_MS) this.#points.shift();
    const first = this.#points[0]!;
    const elapsedMs = atMs - first.atMs;
    return elapsedMs < LEAST_MS || done <= first.done ? null : ((done - first.done) * 1000) / elapsedMs;
  }
}
