/** Samples of one trace after another, as words of the SEG-Y file. */
import type { OpenFile } from '../../../native/native-reader.ts';
import { wordBytesOf } from '../../../native/word-layout.ts';
import { wordEncoder } from '../../segy/encode-samples.ts';
import { FileWindow } from '../convert/file-window.ts';
import type { CubeTraces } from './cube-traces.ts';
import type { KeptSegy } from './read-meta.ts';

/** Each trace is asked for or skipped, in their order. */
export class TraceSamples {
  readonly #kept: KeptSegy;
  readonly #traces: CubeTraces | null;
  readonly #original: FileWindow;
  readonly #words: FileWindow;
  readonly #wordBytes: number;
  readonly #encode: ReturnType<typeof wordEncoder>;
  #encoded = new Uint8Array(0);
  /** Of what is kept one after another: samples so far, words so far. */
  #originalDone = 0;
  #outsideDone = 0;
  #wordsDone = 0;

  constructor(file: OpenFile, kept: KeptSegy, traces: CubeTraces | null, signal: AbortSignal | null) {
    this.#kept = kept;
    this.#traces = traces;
    this.#original = new FileWindow(file, signal);
    this.#words = new FileWindow(file, signal);
    this.#wordBytes = wordBytesOf(kept.format);
    this.#encode = wordEncoder(kept);
  }

  /** @param offset of the trace's first sample in the SEG-Y file */
  async of(trace: number, offset: number): Promise<Uint8Array> {
    const { originalSamples, outsideSamples, cellOf, samplesOf } = this.#kept;
    const bytes = samplesOf(trace) * this.#wordBytes;
    if (originalSamples !== null) {
      this.#originalDone += bytes;
      return await this.#original.read(originalSamples.address + this.#originalDone - bytes, bytes);
    }
    const encoded = cellOf[trace]! >= 0 ? await this.#encodeTrace(trace) : null;
    if (encoded !== null) {
      await this.#restoreWords(encoded, offset);
      return encoded;
    }
    this.#outsideDone += bytes;
    // Its words are as they were; those kept apart of it are skipped.
    this.#skipWords(offset + bytes);
    return await this.#original.read((outsideSamples?.address ?? 0) + this.#outsideDone - bytes, bytes);
  }

  async #encodeTrace(trace: number): Promise<Uint8Array> {
    const { samplesOf, shifts } = this.#kept;
    const count = samplesOf(trace);
    const shift = shifts?.[trace] ?? 0;
    const values = (await this.#traces!.of(trace)).subarray(shift, shift + count);
    const bytes = count * this.#wordBytes;
    if (this.#encoded.length < bytes) this.#encoded = new Uint8Array(bytes);
    const target = new DataView(this.#encoded.buffer);
    for (let i = 0; i < count; i += 1) this.#encode(target, i * this.#wordBytes, values[i]!);
    return this.#encoded.subarray(0, bytes);
  }

  /** Of a trace that is not wanted. */
  skip(trace: number, offset: number): void {
    const { originalSamples, cellOf, samplesOf } = this.#kept;
    const bytes = samplesOf(trace) * this.#wordBytes;
    if (originalSamples !== null) this.#originalDone += bytes;
    else if (cellOf[trace]! < 0) this.#outsideDone += bytes;
    this.#skipWords(offset + bytes);
  }

  async #restoreWords(encoded: Uint8Array, offset: number): Promise<void> {
    const { originalWords } = this.#kept;
    if (originalWords === null) return;
    const { offsets, words } = originalWords;
    for (; offsets[this.#wordsDone]! < offset + encoded.length; this.#wordsDone += 1) {
      const word = await this.#words.read(words.address + this.#wordsDone * this.#wordBytes, this.#wordBytes);
      encoded.set(word, offsets[this.#wordsDone]! - offset);
    }
  }

  #skipWords(end: number): void {
    const offsets = this.#kept.originalWords?.offsets;
    while (offsets !== undefined && offsets[this.#wordsDone]! < end) this.#wordsDone += 1;
  }
}
