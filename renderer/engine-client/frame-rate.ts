/** Frames per second while pictures move: counted from presented frames, and unknown as soon as the motion rests. */

/** Frames further apart than this belong to two motions. */
const REST_MS = 300;
/** Frames over which the rate is averaged. */
const WINDOW_FRAMES = 60;

export class FrameRate {
  #presentedAt: number[] = [];

  /** @param presentedAtMs when a frame with a new picture was presented */
  add(presentedAtMs: number): void {
    const last = this.#presentedAt.at(-1);
    if (last !== undefined && presentedAtMs - last > REST_MS) this.#presentedAt = [];
    if (presentedAtMs !== last) this.#presentedAt.push(presentedAtMs);
    if (this.#presentedAt.length > WINDOW_FRAMES) this.#presentedAt.shift();
  }

  /** Null unless at least three frames followed one another without a rest, the last of them just now. */
  perSecond(nowMs: number): number | null {
    const frames = this.#presentedAt;
    if (frames.length < 3 || nowMs - frames.at(-1)! > REST_MS) return null;
    return ((frames.length - 1) * 1000) / (frames.at(-1)! - frames[0]!);
  }
}
