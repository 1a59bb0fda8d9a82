/** Results kept alive on either side of a comparison; a peer that freed each at once would measure its allocator. */
export const KEPT_RESULTS = 8;

/** Holds the last results, so that neither the compiler nor the collector can do away with the work that made them. */
export class Sink<Result> {
  readonly #kept: Result[] = [];

  /** Returns what has to make room, if anything. */
  keep(result: Result): Result | undefined {
    this.#kept.push(result);
    return this.#kept.length > KEPT_RESULTS ? this.#kept.shift() : undefined;
  }

  /** What is still held, oldest first; nothing is afterwards. */
  drain(): Result[] {
    return this.#kept.splice(0);
  }
}
