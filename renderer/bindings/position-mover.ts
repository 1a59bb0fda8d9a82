/**
 * Moves the planes: at most one step of an orientation a frame, the latest wins, and the next step waits until the last
 * one's picture has been asked for. So the next request goes out as soon as a picture has come, without a wait for a
 * frame, and numbers and sliders do not run ahead of the pictures, which would only take the machine's time from them.
 */
import type { Orientation } from '../../shared/slices.ts';
import { lineIndex } from '../../shared/units.ts';
import { clampIndex, middlePositions, positionKey } from '../state/plane-positions.ts';
import { moveTo } from '../state/view-store.ts';
import type { Clock } from '../engine-client/clock.ts';
import type { Frames } from './frames.ts';
import { activeSurvey, type ViewerStores } from './viewer-stores.ts';

/** Before a held key starts to run; about what systems use, and longer than a tap. */
export const HOLD_DELAY_MS = 250;

/** A picture that takes longer than this is no longer waited for: the position goes on and later pictures follow. */
export const MOST_LAG_MS = 100;

export interface PositionMoverOptions {
  readonly stores: ViewerStores;
  readonly frames: Frames;
  readonly clock: Clock;
  /** Whether the picture of the latest position has been asked for. */
  readonly isReady: (orientation: Orientation) => boolean;
}

interface PendingMove {
  readonly index: number;
  readonly inputAtMs: number;
}

export class PositionMover {
  readonly #options: PositionMoverOptions;
  readonly #pending = new Map<Orientation, PendingMove>();
  readonly #appliedAtMs = new Map<Orientation, number>();
  #isFrameTaken = false;
  #stopHolding: (() => void) | null = null;

  constructor(options: PositionMoverOptions) {
    this.#options = options;
  }

  /** The index that is shown or about to be; null without a survey. */
  indexOf(orientation: Orientation): number | null {
    const survey = activeSurvey(this.#options.stores);
    if (survey === null) return null;
    const positions = this.#options.stores.view.getState().positions[survey.info.id] ?? middlePositions(survey.info);
    return this.#pending.get(orientation)?.index ?? positions[positionKey(orientation)];
  }

  /** @param inputAtMs `timeStamp` of the input event */
  moveTo(orientation: Orientation, index: number, inputAtMs: number): void {
    const survey = activeSurvey(this.#options.stores);
    if (survey === null) return;
    const line = this.#options.stores.view.getState().positions[survey.info.id]?.line ?? lineIndex(0);
    const target = clampIndex(survey.info, orientation, line, index);
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
      cancel = this.#options.frames.next(run);
    };
    cancel = this.#options.frames.next(run);
    this.#stopHolding = () => cancel();
  }

  release(): void {
    this.#stopHolding?.();
    this.#stopHolding = null;
  }

  /** Applies what may be applied now, and looks again in the next frame as long as something was moving. */
  #apply(): void {
    const { stores, frames, clock } = this.#options;
    const survey = activeSurvey(stores);
    if (survey === null) this.#pending.clear();
    const ready = [...this.#pending].filter(([orientation]) => this.#mayMove(orientation));
    if (this.#pending.size > 0) {
      this.#isFrameTaken = true;
      frames.next(() => {
        this.#isFrameTaken = false;
        this.#apply();
      });
    }
    for (const [orientation, { index, inputAtMs }] of ready) {
      this.#pending.delete(orientation);
      this.#appliedAtMs.set(orientation, clock.now());
      if (survey !== null) stores.view.setState(moveTo(survey.info, orientation, index, inputAtMs));
    }
  }

  #mayMove(orientation: Orientation): boolean {
    const { isReady, clock } = this.#options;
    return isReady(orientation) || clock.now() - (this.#appliedAtMs.get(orientation) ?? 0) >= MOST_LAG_MS;
  }
}
