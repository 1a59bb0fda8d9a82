/** Lets so many tasks run at the same time; the others wait in their order. */
export class Turns {
  #free: number;
  readonly #waiting: (() => void)[] = [];

  constructor(limit: number) {
    this.#free = limit;
  }

  /**
   * Runs the task in its turn; never where the signal is aborted before.
   * @returns what the task gives; null where it never ran
   */
  async run<Result>(task: () => Promise<Result>, signal: AbortSignal): Promise<Result | null> {
    if (this.#free > 0) this.#free -= 1;
    else await new Promise<void>((resolve) => this.#waiting.push(resolve));
    try {
      return signal.aborted ? null : await task();
    } finally {
      const next = this.#waiting.shift();
      if (next === undefined) this.#free += 1;
      else next();
    }
  }
}
