/** Decoded chunks of one file by where they are stored, the last used ones within a budget of bytes. */

/** As in chunk_cache.cc. */
const MOST_BYTES = 96 * 2 ** 20;

export class ChunkCache {
  /** The last used is the last. */
  readonly #chunks = new Map<number, Uint8Array>();
  #bytes = 0;

  find(offset: number): Uint8Array | null {
    const chunk = this.#chunks.get(offset);
    if (chunk === undefined) return null;
    this.#chunks.delete(offset);
    this.#chunks.set(offset, chunk);
    return chunk;
  }

  keep(offset: number, chunk: Uint8Array): void {
    if (chunk.length > MOST_BYTES / 4 || this.#chunks.has(offset)) return;
    this.#chunks.set(offset, chunk);
    this.#bytes += chunk.length;
    for (const [oldest, { length }] of this.#chunks) {
      if (this.#bytes <= MOST_BYTES) return;
      this.#chunks.delete(oldest);
      this.#bytes -= length;
    }
  }
}
