/** An open file of the addon: checks what the library does not, and hands it over. */
import type { AbortFlag, AddonBinding, AddonReport, MappingHandle } from './addon-binding.ts';
import { HEADER_WORD_TYPES } from './addon-binding.ts';
import { CallsInFlight } from './calls-in-flight.ts';
import {
  checkChunks,
  CHUNK_FILTERS,
  chunkBytesOf,
  storedBytesOf,
  type ChunkGather,
  type ChunkOutput,
} from './chunks/chunk-gather.ts';
import { eventLoopTurn } from './event-loop-turn.ts';
import { cancelled, closedFile } from './file-faults.ts';
import type {
  GatherReport,
  GridGather,
  HeaderColumn,
  HeaderGather,
  OpenFile,
  ResidencyQuery,
  RowGather,
  ZeroTraceSearch,
} from './native-reader.ts';
import type { StridedRows } from './strided-rows.ts';
import {
  checkColumns,
  checkInside,
  checkRoom,
  rowsOfBytes,
  rowsOfGrid,
  rowsOfHeaders,
  rowsOfRows,
  rowsOfStretches,
  rowsOfTraces,
} from './strided-rows.ts';

export class AddonFile implements OpenFile {
  readonly path: string;
  readonly bytes: number;
  readonly modifiedMs: number;
  readonly #binding: AddonBinding;
  readonly #handle: MappingHandle;
  readonly #rethrow: (error: unknown) => never;
  readonly #calls: CallsInFlight;

  constructor(
    path: string,
    binding: AddonBinding,
    opened: { handle: MappingHandle; bytes: number; modifiedMs: number },
    rethrow: (error: unknown) => never,
  ) {
    this.path = path;
    this.bytes = opened.bytes;
    this.modifiedMs = opened.modifiedMs;
    this.#binding = binding;
    this.#handle = opened.handle;
    this.#rethrow = rethrow;
    this.#calls = new CallsInFlight(
      () => closedFile(path),
      () => binding.close(opened.handle),
    );
  }

  gatherGrid(gather: GridGather, into: Float32Array, signal: AbortSignal | null): Promise<GatherReport> {
    const { rows, offset, rowStrideBytes } = gather;
    return this.#gather(gather, rowsOfGrid(gather), { rows, offset, rowStrideBytes, rowOffsets: null }, into, signal);
  }

  gatherRows(gather: RowGather, into: Float32Array, signal: AbortSignal | null): Promise<GatherReport> {
    const { rowOffsets } = gather;
    const starts = { rows: rowOffsets.length, offset: 0, rowStrideBytes: 0, rowOffsets };
    return this.#gather(gather, rowsOfRows(gather), starts, into, signal);
  }

  async gatherChunks(gather: ChunkGather, into: ChunkOutput, signal: AbortSignal | null): Promise<GatherReport> {
    const { format, byteOrder, filters, chunks, pieces, rowStride, columnStride, intoRowStride, fill } = gather;
    const kinds = filters.map(({ kind }) => CHUNK_FILTERS.indexOf(kind));
    const sizes = filters.map(({ elementBytes }) => elementBytes);
    const isBig = byteOrder === 'big';
    const report = await this.#call(rowsOfBytes(0, 0), signal, (flag) => {
      checkChunks(gather, this.bytes, into);
      return this.#binding.gatherChunks(
        this.#handle,
        format,
        isBig,
        kinds,
        sizes,
        chunkBytesOf(gather),
        chunks,
        pieces,
        rowStride,
        columnStride,
        intoRowStride,
        fill,
        gather.isShared,
        into,
        flag,
      );
    });
    return gatherReport(report, storedBytesOf(gather));
  }

  async readBytes(offset: number, into: Uint8Array, signal: AbortSignal | null): Promise<GatherReport> {
    const report = await this.#call(rowsOfBytes(offset, into.length), signal, (flag) =>
      this.#binding.readBytes(this.#handle, offset, into, flag),
    );
    await eventLoopTurn();
    return gatherReport(report, into.length);
  }

  gatherHeaders(gather: HeaderGather, into: readonly HeaderColumn[], signal: AbortSignal | null): Promise<void> {
    const { offset, offsets = null, count, strideBytes, byteOrder, words } = gather;
    const positions = words.map(({ byte }) => byte - 1);
    const types = words.map(({ type }) => HEADER_WORD_TYPES.indexOf(type));
    const isBig = byteOrder === 'big';
    return this.#call(rowsOfHeaders(gather), signal, (flag) => {
      checkColumns(gather, into);
      return this.#binding.gatherHeaders(
        this.#handle,
        offset,
        count,
        strideBytes,
        offsets,
        isBig,
        positions,
        types,
        into,
        flag,
      );
    });
  }

  async findZeroTraces(search: ZeroTraceSearch, signal: AbortSignal | null): Promise<Uint8Array> {
    const { format, byteOrder, offset, offsets = null, count, strideBytes, sampleCount } = search;
    const isZero = new Uint8Array(count);
    const isBig = byteOrder === 'big';
    await this.#call(rowsOfTraces(search), signal, (flag) =>
      this.#binding.findZeroTraces(
        this.#handle,
        format,
        isBig,
        offset,
        count,
        strideBytes,
        offsets,
        sampleCount,
        isZero,
        flag,
      ),
    );
    return isZero;
  }

  residentShare(query: ResidencyQuery): number | null {
    if (this.#calls.isClosed) throw closedFile(this.path);
    checkInside(rowsOfStretches(query), this.bytes);
    const { offset, rows, rowStrideBytes, rowBytes } = query;
    const share = this.#binding.residentShare(this.#handle, offset, rows, rowStrideBytes, rowBytes);
    return share < 0 ? null : share;
  }

  populateResident(signal: AbortSignal | null): Promise<number> {
    return this.#call(rowsOfBytes(0, 0), signal, (flag) => this.#binding.populateResident(this.#handle, flag));
  }

  close(): Promise<void> {
    return this.#calls.close();
  }

  async #gather(
    { format, byteOrder }: GridGather | RowGather,
    strided: StridedRows,
    starts: { rows: number; offset: number; rowStrideBytes: number; rowOffsets: Float64Array | null },
    into: Float32Array,
    signal: AbortSignal | null,
  ): Promise<GatherReport> {
    const { columns, columnStrideBytes, elementBytes } = strided;
    const { rows, offset, rowStrideBytes, rowOffsets } = starts;
    const isBig = byteOrder === 'big';
    const report = await this.#call(strided, signal, (flag) => {
      checkRoom(rows * columns, into);
      return this.#binding.gather(
        this.#handle,
        format,
        isBig,
        rows,
        columns,
        columnStrideBytes,
        offset,
        rowStrideBytes,
        rowOffsets,
        into,
        flag,
      );
    });
    await eventLoopTurn();
    return gatherReport(report, (rows - countMissing(rowOffsets)) * columns * elementBytes);
  }

  /** Checks that `strided` lies inside the file, then calls the library with a flag that the signal sets. */
  #call<Result>(
    strided: StridedRows,
    signal: AbortSignal | null,
    call: (flag: AbortFlag) => Promise<Result>,
  ): Promise<Result> {
    return this.#calls.run(async () => {
      checkInside(strided, this.bytes);
      if (signal === null) return call(null).catch(this.#rethrow);
      if (signal.aborted) throw cancelled();
      const flag = new Int32Array(1);
      const abort = (): void => {
        flag[0] = 1;
      };
      signal.addEventListener('abort', abort, { once: true });
      try {
        return await call(flag).catch(this.#rethrow);
      } finally {
        signal.removeEventListener('abort', abort);
      }
    });
  }
}

const gatherReport = ([readMs, decodeMs, majorFaults]: AddonReport, bytesRead: number): GatherReport => ({
  readMs,
  decodeMs,
  bytesRead,
  majorFaults: majorFaults < 0 ? null : majorFaults,
});

function countMissing(rowOffsets: Float64Array | null): number {
  let missing = 0;
  for (const offset of rowOffsets ?? []) if (offset < 0) missing += 1;
  return missing;
}
