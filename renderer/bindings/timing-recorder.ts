/** Completes the timings of pictures as the views present them, and counts the frames of a motion. */
import type { Clock } from '../engine-client/clock.ts';
import { FrameRate } from '../engine-client/frame-rate.ts';
import type { LoadedPicture } from '../engine-client/loaded-picture.ts';
import { PictureTimings, type PresentedFrame } from '../engine-client/picture-timings.ts';
import { addTimings, type TimingStore } from '../state/timing-store.ts';

/** The motion is over when no frame came for this long. */
const REST_MS = 400;

export class TimingRecorder {
  readonly #store: TimingStore;
  readonly #clock: Clock;
  readonly #timings = new PictureTimings();
  readonly #frameRate = new FrameRate();
  #cancelRest: () => void = () => undefined;

  constructor(store: TimingStore, clock: Clock) {
    this.#store = store;
    this.#clock = clock;
  }

  arrived(picture: LoadedPicture): void {
    this.#timings.arrived(picture);
  }

  presented(frame: PresentedFrame): void {
    const timings = this.#timings.presented(frame);
    if (timings.length === 0) return;
    this.#frameRate.add(frame.presentedAt);
    addTimings(this.#store, timings, this.#frameRate.perSecond(frame.presentedAt));
    this.#cancelRest();
    this.#cancelRest = this.#clock.after(REST_MS, () => this.#store.setState({ framesPerSecond: null }));
  }
}
