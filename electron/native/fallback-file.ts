/** An open file of the fallback reader: gathers by coalesced reads. */
import type { FileHandle } from 'node:fs/promises';
import { CallsInFlight } from './calls-in-flight.ts';
import { ChunkCache } from './chunks/chunk-cache.ts';
import { checkChunks, type ChunkGather, type ChunkOutput } from './chunks/chunk-gather.ts';
import { gatherChunks } from './chunks/fallback-chunks.ts';
import type { RowPiece } from './coalesced-reads.ts';
import { coalesceReads } from './coalesced-reads.ts';
import { wordDecoder } from './decode-samples.ts';
import { closedFile } from './file-faults.ts';
import { headerWordReader } from '../../shared/headers/word-reader.ts';
import type {
  GatherReport,
  GridGather,
  HeaderColumn,
  HeaderGather,
  OpenFile,
  RowGather,
  WordLayout,
  ZeroTraceSearch,
} from './native-reader.ts';
import { readLanes } from './read-lanes.ts';
import type { StridedRows } from './strided-rows.ts';
import {
  checkColumns,
  checkInside,
  checkRoom,
  isMissing,
  rowsOfBytes,
  rowsOfGrid,
  rowsOfHeaders,
  rowsOfRows,
  rowsOfTraces,
} from './strided-rows.ts';
import { areWordsZero } from './zero-words.ts';

export class FallbackFile implements OpenFile {
  readonly path: string;
  readonly bytes: number;
  readonly modifiedMs: number;
  readonly #handle: FileHandle;
  readonly #calls: CallsInFlight;
  readonly #chunks = new ChunkCache();

  constructor(path: string, handle: FileHandle, bytes: number, modifiedMs: number) {
    this.path = path;
    this.bytes = bytes;
    this.modifiedMs = modifiedMs;
    this.#handle = handle;
    this.#calls = new CallsInFlight(
      () => closedFile(path),
      () => handle.close(),
    );
  }

  gatherGrid(gather: GridGather, into: Float32Array, signal: AbortSignal | null): Promise<GatherReport> {
    return this.#gatherWords(rowsOfGrid(gather), gather, into, signal);
  }

  gatherRows(gather: RowGather, into: Float32Array, signal: AbortSignal | null): Promise<GatherReport> {
    return this.#gatherWords(rowsOfRows(gather), gather, into, signal);
  }

  gatherChunks(gather: ChunkGather, into: ChunkOutput, signal: AbortSignal | null): Promise<GatherReport> {
    return this.#calls.run(() => {
      checkChunks(gather, this.bytes, into);
      return gatherChunks(this, this.#chunks, gather, into, signal);
    });
  }

  readBytes(offset: number, into: Uint8Array, signal: AbortSignal | null): Promise<GatherReport> {
    return this.#visit(rowsOfBytes(offset, into.length), signal, (source, position) => {
      into.set(new Uint8Array(source.buffer, source.byteOffset + position, into.length));
    });
  }

  async gatherHeaders(gather: HeaderGather, into: readonly HeaderColumn[], signal: AbortSignal | null): Promise<void> {
    const { words, byteOrder, strideBytes } = gather;
    const headers = rowsOfHeaders(gather);
    checkColumns(gather, into);
    const readers = words.map(({ type }) => headerWordReader(type, byteOrder));
    await this.#visit(headers, signal, (source, position, piece) => {
      const first = piece.row + piece.column;
      for (const [index, column] of into.entries()) {
        const read = readers[index]!;
        const start = position + words[index]!.byte - 1 - headers.firstByte;
        for (let i = 0; i < piece.count; i += 1) column[first + i] = read(source, start + i * strideBytes);
      }
    });
  }

  async findZeroTraces(search: ZeroTraceSearch, signal: AbortSignal | null): Promise<Uint8Array> {
    const isZero = new Uint8Array(search.count);
    await this.#visit(rowsOfTraces(search), signal, (source, position, piece) => {
      for (let i = 0; i < piece.count; i += 1) {
        const start = position + i * search.strideBytes;
        isZero[piece.row + piece.column + i] = areWordsZero(source, start, search.sampleCount, search) ? 1 : 0;
      }
    });
    return isZero;
  }

  /** Positional reads cannot tell what is in memory. */
  residentShare(): null {
    return null;
  }

  populateResident(): Promise<number> {
    return this.#calls.run(() => Promise.resolve(0));
  }

  close(): Promise<void> {
    return this.#calls.close();
  }

  async #gatherWords(
    strided: StridedRows,
    layout: WordLayout,
    into: Float32Array,
    signal: AbortSignal | null,
  ): Promise<GatherReport> {
    const { rows, rowOffset, columns, columnStrideBytes } = strided;
    checkRoom(rows * columns, into);
    const decode = wordDecoder(layout);
    const report = await this.#visit(strided, signal, (source, position, piece) =>
      decode(source, position, columnStrideBytes, piece.count, into, piece.row * columns + piece.column),
    );
    if (strided.mayMiss) {
      for (let row = 0; row < rows; row += 1) {
        if (isMissing(strided, rowOffset(row))) into.fill(NaN, row * columns, (row + 1) * columns);
      }
    }
    return report;
  }

  /** `visit` decodes the piece whose first element lies at `position` of `source`. */
  #visit(
    strided: StridedRows,
    signal: AbortSignal | null,
    visit: (source: DataView, position: number, piece: RowPiece) => void,
  ): Promise<GatherReport> {
    return this.#calls.run(() => {
      checkInside(strided, this.bytes);
      const { path, bytes, modifiedMs } = this;
      const file = { handle: this.#handle, path, bytes, modifiedMs };
      let elements = 0;
      return readLanes(file, coalesceReads(strided), signal, (source, read) => {
        for (const piece of read.pieces) {
          visit(source, piece.offset - read.low, piece);
          elements += piece.count;
        }
      }).then(({ readMs, decodeMs }) => ({
        readMs,
        decodeMs,
        bytesRead: elements * strided.elementBytes,
        majorFaults: null,
      }));
    });
  }
}
