/** Answers what is asked of headers from those that a cube file keeps. Traces are the cube's, inline by inline. */
import type { HeaderDescription } from '../../../../shared/headers/header-calls.ts';
import { TEXT_HEADER_BYTES, type TextHeader } from '../../../../shared/text-header/text-header.ts';
import type { OpenFile } from '../../../native/native-reader.ts';
import { FILE_HEADER_BYTES } from '../../segy/binary-header.ts';
import { textHeaders } from '../../segy/text-header.ts';
import type { HeaderWord } from '../../survey-source.ts';
import type { KeptHeaders, StoredBytes } from './kept-headers.ts';

/** More pages than that are a mistake in the file. */
const MOST_TEXT_BYTES = 1000 * TEXT_HEADER_BYTES;

export class CubeHeaders {
  readonly #file: OpenFile;
  readonly #kept: KeptHeaders;

  constructor(file: OpenFile, kept: KeptHeaders) {
    this.#file = file;
    this.#kept = kept;
  }

  async describe(): Promise<HeaderDescription> {
    const { byteOrder, headerBytes, binary } = this.#kept;
    return { byteOrder, traceHeaderBytes: headerBytes, binaryHeader: binary && (await this.#read(binary)) };
  }

  /** With the offsets that they had in the SEG-Y file. */
  async readText(): Promise<readonly TextHeader[]> {
    const { text, extended } = this.#kept;
    const pages = text === null ? [] : textHeaders('file', 0, await this.#read(text));
    if (extended === null || extended.bytes > MOST_TEXT_BYTES) return pages;
    return [...pages, ...textHeaders('extended', FILE_HEADER_BYTES, await this.#read(extended))];
  }

  async readTrace(trace: number): Promise<Uint8Array> {
    const { headerBytes } = this.#kept;
    return await this.#read({ address: this.#addressOf(trace), bytes: headerBytes });
  }

  async readWords(
    words: readonly HeaderWord[],
    first: number,
    count: number,
    step: number,
    signal: AbortSignal,
  ): Promise<Float64Array[]> {
    const { byteOrder, headerBytes, order } = this.#kept;
    const columns = words.map(() => new Float64Array(count));
    const gather = { offset: this.#addressOf(first), count, strideBytes: headerBytes * step, byteOrder, words };
    const offsets = order && Float64Array.from({ length: count }, (_, i) => this.#addressOf(first + i * step));
    await this.#file.gatherHeaders(offsets === null ? gather : { ...gather, offsets }, columns, signal);
    return columns;
  }

  #addressOf(trace: number): number {
    const { traces, headerBytes, order } = this.#kept;
    return traces.address + (order === null ? trace : (order[trace] ?? 0)) * headerBytes;
  }

  async #read({ address, bytes }: StoredBytes): Promise<Uint8Array> {
    const into = new Uint8Array(bytes);
    await this.#file.readBytes(address, into, null);
    return into;
  }
}
