/** Gathers small pieces into large writes. */
import type { PartialFile } from './partial-file.ts';

/** Written at once. */
export const BLOCK_BYTES = 16 * 2 ** 20;

export class BlockSink {
  readonly #target: PartialFile;
  readonly #onWritten: (bytes: number) => void;
  readonly #block = new Uint8Array(BLOCK_BYTES);
  #used = 0;
  #flushed = 0;

  constructor(target: PartialFile, onWritten: (bytes: number) => void) {
    this.#target = target;
    this.#onWritten = onWritten;
  }

  /** Bytes so far. */
  get written(): number {
    return this.#flushed + this.#used;
  }

  async put(bytes: Uint8Array): Promise<void> {
    for (let done = 0; done < bytes.length;) {
      const count = Math.min(bytes.length - done, this.#block.length - this.#used);
      this.#block.set(bytes.subarray(done, done + count), this.#used);
      this.#used += count;
      done += count;
      if (this.#used === this.#block.length) await this.flush();
    }
  }

  async flush(): Promise<void> {
    await this.#target.write(this.#block.subarray(0, this.#used), this.#flushed);
    this.#flushed += this.#used;
    this.#used = 0;
    this.#onWritten(this.#flushed);
  }
}
