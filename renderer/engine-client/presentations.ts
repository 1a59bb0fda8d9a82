/**
 * Which pictures are still on their way to the screen. The GPU has a queue of its own: pictures that are handed over
 * faster than they are drawn pile up there, and what is seen falls ever further behind the key that is held.
 */
import type { Clock } from './clock.ts';

/** A view that never reports (its graphics context is lost) holds the pictures up for no longer than this. */
const GIVE_UP_MS = 400;

interface Waiting {
  views: number;
  readonly done: () => void;
}

export class Presentations {
  readonly #clock: Clock;
  readonly #views = new Map<number, number>();
  readonly #waiting = new Map<number, Waiting>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** A view has taken the picture and will report its frame. */
  expect(requestId: number): void {
    this.#views.set(requestId, (this.#views.get(requestId) ?? 0) + 1);
  }

  /** A view has presented these pictures. */
  report(requestIds: readonly number[]): void {
    for (const requestId of requestIds) {
      const waiting = this.#waiting.get(requestId);
      if (waiting === undefined) continue;
      waiting.views -= 1;
      if (waiting.views <= 0) waiting.done();
    }
  }

  /** Resolves when every view that has taken the picture so far has presented it; at once where none has. */
  ofPicture(requestId: number): Promise<void> {
    const views = this.#views.get(requestId) ?? 0;
    this.#views.delete(requestId);
    if (views === 0) return Promise.resolve();
    return new Promise((resolve) => {
      const done = (): void => {
        cancel();
        this.#waiting.delete(requestId);
        resolve();
      };
      const cancel = this.#clock.after(GIVE_UP_MS, done);
      this.#waiting.set(requestId, { views, done });
    });
  }
}
