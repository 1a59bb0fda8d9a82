/** Joins what engine, wire and view measured of one picture. A timing is complete when a view has presented the picture. */
import type { Timing } from '../../shared/timing.ts';
import type { LoadedPicture } from './loaded-picture.ts';

/** What a view reports of a frame; `renderer/scene` calls it `DrawnReport`. */
export interface PresentedFrame {
  readonly requestIds: readonly number[];
  readonly uploadMs: number;
  readonly drawMs: number;
  readonly gpuMs: number | null;
  /** On the page's clock. */
  readonly presentedAt: number;
}

/** Pictures that no view shows (its panel is closed) are forgotten after this many newer ones. */
const MOST_WAITING = 32;

export class PictureTimings {
  readonly #waiting = new Map<number, LoadedPicture>();

  arrived(picture: LoadedPicture): void {
    this.#waiting.set(picture.requestId, picture);
    if (this.#waiting.size > MOST_WAITING) this.#waiting.delete(this.#waiting.keys().next().value!);
  }

  /** The timings that this frame completes. Where two views show a picture, the one that presents it first counts. */
  presented(frame: PresentedFrame): Timing[] {
    const timings: Timing[] = [];
    for (const requestId of frame.requestIds) {
      const picture = this.#waiting.get(requestId);
      if (picture === undefined) continue;
      this.#waiting.delete(requestId);
      timings.push(timingOf(picture, frame));
    }
    return timings;
  }
}

const timingOf = ({ requestId, timing, transferMs, inputAtMs }: LoadedPicture, frame: PresentedFrame): Timing => ({
  ...timing,
  requestId,
  transferMs,
  uploadMs: frame.uploadMs,
  drawMs: frame.drawMs,
  gpuMs: frame.gpuMs,
  presentedMs: inputAtMs === null ? null : frame.presentedAt - inputAtMs,
});
