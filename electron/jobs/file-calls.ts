/** What the engine asks a reader process, which has one file open. Buffers come back as copies: processes share none. */
import type { ColumnType } from '../native/header-column.ts';
import type {
  GatherReport,
  GridGather,
  HeaderColumn,
  HeaderGather,
  RowGather,
  ZeroTraceSearch,
} from '../native/native-reader.ts';

/** Made by the caller, increasing; names the call for `abort`. */
export type ReadId = number;

export interface ReadSamples {
  readonly report: GatherReport;
  readonly data: Float32Array;
}

export interface FileCalls {
  open(path: string): Promise<{ readonly bytes: number; readonly modifiedMs: number }>;
  gatherGrid(readId: ReadId, gather: GridGather): Promise<ReadSamples>;
  gatherRows(readId: ReadId, gather: RowGather): Promise<ReadSamples>;
  readBytes(readId: ReadId, offset: number, length: number): Promise<{ report: GatherReport; data: Uint8Array }>;
  gatherHeaders(readId: ReadId, gather: HeaderGather, types: readonly ColumnType[]): Promise<HeaderColumn[]>;
  findZeroTraces(readId: ReadId, search: ZeroTraceSearch): Promise<Uint8Array>;
  abort(readId: ReadId): Promise<void>;
  close(): Promise<void>;
}
