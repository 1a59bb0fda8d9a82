/**
 * Which pictures are still on their way to the screen. The GPU has a queue of its own: pictures that are handed over
 * faster than they are drawn pile up there, and what is seen falls ever further behind the key that is held.
 */
import type { PlaneKind } from '../../shared/slices.ts';
import type { Clock } from './clock.ts';
import type { LoadedPicture } from './loaded-picture.ts';

/** A view that never reports (its graphics context is lost) holds the pictures up for no longer than this. */
const GIVE_UP_MS = 400;

interface Waiting {
  readonly orientation: PlaneKind;
  readonly done: () => void;
}

export class Presentations {
  readonly #clock: Clock;
  /** Taken by a view, and not yet waited for. */
  readonly #expected = new Set<number>();
  readonly #waiting = new Map<number, Waiting>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** A view has taken the picture and will report its frame. */
  expect(requestId: number): void {
    this.#expected.add(requestId);
  }

  /** Whether a view has taken the picture that is being handed over. */
  isExpected(requestId: number): boolean {
    return this.#expected.has(requestId);
  }

  /** A view has presented these pictures. Earlier ones of the same orientation will not be: it went past them. */
  report(requestIds: readonly number[]): void {
    for (const requestId of requestIds) {
      const presented = this.#waiting.get(requestId);
      if (presented === undefined) continue;
      for (const [id, { orientation, done }] of this.#waiting) {
        if (id <= requestId && orientation === presented.orientation) done();
      }
    }
  }

  /**
   * Resolves when the first of the views that have taken the picture has presented it, since the others follow at their
   * own pace; at once where none has taken it.
   */
  ofPicture({ requestId, plane: { orientation } }: Pick<LoadedPicture, 'requestId' | 'plane'>): Promise<void> {
    if (!this.#expected.delete(requestId)) return Promise.resolve();
    return new Promise((resolve) => {
      const done = (): void => {
        cancel();
        this.#waiting.delete(requestId);
        resolve();
      };
      const cancel = this.#clock.after(GIVE_UP_MS, done);
      this.#waiting.set(requestId, { orientation, done });
    });
  }
}
