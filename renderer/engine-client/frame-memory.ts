/**
 * Memory for large frames, used again once nobody looks at the picture in it: fresh memory faults page by page, and 2 MB
 * of garbage a picture make the collector run every third picture.
 */

/** The latest pictures stay with their views; so many more are on their way. */
const MOST_FREE = 4;
/** Frames of one shape differ by a few bytes, and shall fit into each other's memory. */
const GRAIN_BYTES = 64 * 1024;

export class FrameMemory {
  #free: ArrayBuffer[] = [];

  /** At least `bytes` long, holding whatever it held before. */
  take(bytes: number): ArrayBuffer {
    const index = this.#free.findIndex(({ byteLength }) => byteLength >= bytes && byteLength <= 2 * bytes);
    if (index >= 0) return this.#free.splice(index, 1)[0]!;
    return new ArrayBuffer(Math.ceil(bytes / GRAIN_BYTES) * GRAIN_BYTES);
  }

  /** What views of the memory show from here on is undefined; reading the next frame into it empties them. */
  giveBack(memory: ArrayBufferLike): void {
    if (!(memory instanceof ArrayBuffer) || memory.byteLength < GRAIN_BYTES) return;
    // The oldest leaves, so that memory for slices of a former survey does not stay.
    this.#free = [memory, ...this.#free].slice(0, MOST_FREE);
  }
}
