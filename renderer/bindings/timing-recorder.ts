/** Completes the timings of pictures as the views present them, and counts the frames of a motion. */
import type { Clock } from '../engine-client/clock.ts';
import { FrameRate } from '../engine-client/frame-rate.ts';
import type { LoadedPicture } from '../engine-client/loaded-picture.ts';
import { PictureTimings, type PresentedFrame } from '../engine-client/picture-timings.ts';
import { publishTimings, type TimingStore } from '../state/timing-store.ts';

/** Between two updates of the panel: figures that change with every picture cannot be read, and cost the pictures time. */
const PUBLISH_MS = 150;
/** The motion is over when no frame came for this long. */
const REST_MS = 400;

export class TimingRecorder {
  readonly #store: TimingStore;
  readonly #clock: Clock;
  readonly #timings = new PictureTimings();
  readonly #frameRate = new FrameRate();
  #cancelRest: () => void = () => undefined;
  #isPublishing = false;

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
    for (const timing of timings) this.#store.getState().history.push(timing);
    this.#frameRate.add(frame.presentedAt);
    this.#publishSoon();
    this.#cancelRest();
    this.#cancelRest = this.#clock.after(REST_MS, () => this.#store.setState({ framesPerSecond: null }));
  }

  #publishSoon(): void {
    if (this.#isPublishing) return;
    this.#isPublishing = true;
    this.#clock.after(PUBLISH_MS, () => {
      this.#isPublishing = false;
      publishTimings(this.#store, this.#frameRate.perSecond(this.#clock.now()));
    });
  }
}
