/** Times what a user waits for: each call, and an opening with its scan. */
import type { EngineCalls } from '../../../shared/contract.ts';

export class WaitingTimes {
  #longestMs = 0;

  get longestMs(): number {
    return this.#longestMs;
  }

  /** @param startMs `performance.now()` when the waiting began */
  end(startMs: number): void {
    this.#longestMs = Math.max(this.#longestMs, performance.now() - startMs);
  }

  /** The same calls, each timed. */
  timed(calls: EngineCalls): EngineCalls {
    const timed = Object.entries(calls).map(([name, call]: [string, (...parameters: unknown[]) => unknown]) => [
      name,
      async (...parameters: unknown[]): Promise<unknown> => {
        const startMs = performance.now();
        try {
          return await call(...parameters);
        } finally {
          this.end(startMs);
        }
      },
    ]);
    return Object.fromEntries(timed) as EngineCalls;
  }
}
