/**
 * Many small reads of a file, answered from a window as long as they go forward: a call costs as much as 200 KB from memory.
 * Reads here and there fetch what they want and no more.
 */
import type { OpenFile } from '../../../native/native-reader.ts';

const WINDOW_BYTES = 8 * 2 ** 20;
/** A read this close behind the last goes forward. */
const NEAR_BYTES = 64 * 1024;

export class FileWindow {
  readonly #file: OpenFile;
  readonly #signal: AbortSignal | null;
  #window = new Uint8Array(0);
  #from = 0;
  #to = 0;

  constructor(file: OpenFile, signal: AbortSignal | null) {
    this.#file = file;
    this.#signal = signal;
  }

  /**
   * A view that holds until the next call.
   * @throws CrosslineError cancelled, file-changed, out-of-range, io-failed
   */
  async read(start: number, bytes: number): Promise<Uint8Array> {
    if (start < this.#from || start + bytes > this.#to) await this.#move(start, bytes);
    return this.#window.subarray(start - this.#from, start - this.#from + bytes);
  }

  async #move(start: number, bytes: number): Promise<void> {
    const isForward = start >= this.#from && start - this.#to <= NEAR_BYTES;
    const wanted = isForward ? Math.max(bytes, Math.min(WINDOW_BYTES, this.#file.bytes - start)) : bytes;
    if (wanted > this.#window.length) this.#window = new Uint8Array(wanted);
    // Nothing is held while the read may fail.
    [this.#from, this.#to] = [0, 0];
    await this.#file.readBytes(start, this.#window.subarray(0, wanted), this.#signal);
    [this.#from, this.#to] = [start, start + wanted];
  }
}
