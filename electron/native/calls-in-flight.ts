/** Counts the calls that use a resource and releases it exactly once, after the last of them. */
export class CallsInFlight {
  #count = 0;
  #closing: Promise<void> | null = null;
  #drained: (() => void) | null = null;
  readonly #refusal: () => Error;
  readonly #release: () => void | Promise<void>;

  /** `refusal` makes the error of calls that come after `close`. */
  constructor(refusal: () => Error, release: () => void | Promise<void>) {
    this.#refusal = refusal;
    this.#release = release;
  }

  get isClosed(): boolean {
    return this.#closing !== null;
  }

  async run<Result>(call: () => Promise<Result>): Promise<Result> {
    if (this.isClosed) throw this.#refusal();
    this.#count += 1;
    try {
      return await call();
    } finally {
      this.#count -= 1;
      if (this.#count === 0) this.#drained?.();
    }
  }

  close(): Promise<void> {
    this.#closing ??= this.#drainAndRelease();
    return this.#closing;
  }

  async #drainAndRelease(): Promise<void> {
    if (this.#count > 0) await new Promise<void>((resolve) => (this.#drained = resolve));
    await this.#release();
  }
}
