/** Memory for frames, used again once the socket has taken them: a fresh 2 MB faults page by page on its first write. */

/** Two pictures may be on their way to a page, and a third is made while one of them leaves. */
const MAX_FREE = 3;
/** Smaller frames are cheaper to allocate than to look for. */
const SMALLEST_KEPT_BYTES = 64 * 1024;

export class FrameMemory {
  #free: ArrayBuffer[] = [];

  /** At least `bytes` long, holding whatever it held before. */
  take(bytes: number): Uint8Array {
    const index = this.#free.findIndex(({ byteLength }) => byteLength >= bytes && byteLength <= 2 * bytes);
    if (index < 0) return new Uint8Array(bytes);
    return new Uint8Array(this.#free.splice(index, 1)[0]!);
  }

  /** @param frame a view of what `take` gave, which nobody uses any more */
  giveBack(frame: Uint8Array): void {
    if (!(frame.buffer instanceof ArrayBuffer) || frame.buffer.byteLength < SMALLEST_KEPT_BYTES) return;
    // The oldest leaves, so that memory for slices of a former survey does not stay.
    this.#free = [frame.buffer, ...this.#free].slice(0, MAX_FREE);
  }
}
