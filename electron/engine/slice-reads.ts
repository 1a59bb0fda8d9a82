/**
 * Reads in progress, at most one a slice: who asks for a slice that is being read waits for that read. A read is
 * aborted when its last waiter gives up, and that waiter is told only when the read has really stopped, because until
 * then the source may write to its buffer.
 */
import { CrosslineError } from '../../shared/errors.ts';
import type { LoadedSlice } from './loaded-slice.ts';

interface Waiter {
  resolve(slice: LoadedSlice): void;
  reject(thrown: unknown): void;
}

interface Flight {
  readonly waiters: Set<Waiter>;
  readonly controller: AbortController;
}

export class SliceReads {
  readonly #flights = new Map<string, Flight>();

  get count(): number {
    return this.#flights.size;
  }

  /**
   * @param read starts the read; its buffer must have one holder, who is the caller of `load` in the end
   * @returns the slice; every waiter is one more holder of its buffer and releases it
   * @throws CrosslineError cancelled, and whatever `read` rejects with
   */
  load(key: string, read: (signal: AbortSignal) => Promise<LoadedSlice>, signal: AbortSignal): Promise<LoadedSlice> {
    return new Promise((resolve, reject) => {
      let flight = this.#flights.get(key);
      // An aborted flight is on its way out: its data will not come.
      if (flight === undefined || flight.controller.signal.aborted) flight = this.#start(key, read);
      const { waiters, controller } = flight;
      const giveUp = (): void => {
        if (waiters.size === 1) controller.abort();
        else if (waiters.delete(waiter)) reject(new CrosslineError({ code: 'cancelled' }));
      };
      const waiter: Waiter = {
        resolve: (slice) => {
          signal.removeEventListener('abort', giveUp);
          resolve(slice);
        },
        reject: (thrown) => {
          signal.removeEventListener('abort', giveUp);
          // eslint wants Errors; what a source rejects with is passed on as it is.
          reject(thrown instanceof Error ? thrown : new Error(String(thrown)));
        },
      };
      waiters.add(waiter);
      signal.addEventListener('abort', giveUp, { once: true });
    });
  }

  #start(key: string, read: (signal: AbortSignal) => Promise<LoadedSlice>): Flight {
    const flight: Flight = { waiters: new Set(), controller: new AbortController() };
    this.#flights.set(key, flight);
    const end = (): void => {
      if (this.#flights.get(key) === flight) this.#flights.delete(key);
    };
    read(flight.controller.signal).then(
      (slice) => {
        end();
        for (const waiter of flight.waiters) {
          slice.buffer.retain();
          waiter.resolve(slice);
        }
        slice.buffer.release();
      },
      (thrown: unknown) => {
        end();
        for (const waiter of flight.waiters) waiter.reject(thrown);
      },
    );
    return flight;
  }
}
