/**
 * Moves the planes: at most one step of an orientation a frame, the latest wins. The first move of a frame is applied
 * at once, since waiting for the next frame would cost up to 16 ms between key and request.
 */
import type { Orientation } from '../../shared/slices.ts';
import { clampIndex, middlePositions } from '../state/plane-positions.ts';
import { moveTo } from '../state/view-store.ts';
import type { Frames } from './frames.ts';
import { activeSurvey, type ViewerStores } from './viewer-stores.ts';

/** Before a held key starts to run; about what systems use, and longer than a tap. */
export const HOLD_DELAY_MS = 250;

interface PendingMove {
  readonly index: number;
  readonly inputAtMs: number;
}

export class PositionMover {
  readonly #stores: ViewerStores;
  readonly #frames: Frames;
  readonly #pending = new Map<Orientation, PendingMove>();
  #isFrameTaken = false;
  #stopHolding: (() => void) | null = null;

  constructor(stores: ViewerStores, frames: Frames) {
    this.#stores = stores;
    this.#frames = frames;
  }

  /** The index that is shown or about to be; null without a survey. */
  indexOf(orientation: Orientation): number | null {
    const survey = activeSurvey(this.#stores);
    if (survey === null) return null;
    const positions = this.#stores.view.getState().positions[survey.info.id] ?? middlePositions(survey.info);
    return this.#pending.get(orientation)?.index ?? positions[orientation];
  }

  /** @param inputAtMs `timeStamp` of the input event */
  moveTo(orientation: Orientation, index: number, inputAtMs: number): void {
    const survey = activeSurvey(this.#stores);
    if (survey === null) return;
    const target = clampIndex(survey.info, orientation, index);
    if (target === this.indexOf(orientation)) return;
    this.#pending.set(orientation, { index: target, inputAtMs });
    if (!this.#isFrameTaken) this.#apply();
  }

  moveBy(orientation: Orientation, delta: number, inputAtMs: number): void {
    const index = this.indexOf(orientation);
    if (index !== null) this.moveTo(orientation, index + delta, inputAtMs);
  }

  /** Steps once, and after a moment once a frame until `release`. */
  hold(orientation: Orientation, delta: number, inputAtMs: number): void {
    this.release();
    this.moveBy(orientation, delta, inputAtMs);
    let cancel: () => void = () => undefined;
    const run = (timeMs: number): void => {
      if (timeMs - inputAtMs >= HOLD_DELAY_MS) this.moveBy(orientation, delta, timeMs);
      cancel = this.#frames.next(run);
    };
    cancel = this.#frames.next(run);
    this.#stopHolding = () => cancel();
  }

  release(): void {
    this.#stopHolding?.();
    this.#stopHolding = null;
  }

  #apply(): void {
    const survey = activeSurvey(this.#stores);
    const moves = [...this.#pending];
    this.#pending.clear();
    if (survey === null || moves.length === 0) return;
    this.#isFrameTaken = true;
    this.#frames.next(() => {
      this.#isFrameTaken = false;
      this.#apply();
    });
    for (const [orientation, { index, inputAtMs }] of moves) {
      this.#stores.view.setState(moveTo(survey.info, orientation, index, inputAtMs));
    }
  }
}
