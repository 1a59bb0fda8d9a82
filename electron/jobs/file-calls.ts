/** What the engine asks a reader process of the files that it has open. Buffers come back as copies: processes share none. */
import type { ChunkGather, ChunkOutput } from '../native/chunks/chunk-gather.ts';
import type { MappingOverrides } from '../../shared/mapping/segy-mapping.ts';
import type { Hdf5Content } from '../formats/hdf5/foreign/describe-hdf5.ts';
import type { CubeDescription } from '../formats/hdf5/source/cube-description.ts';
import type { ColumnType } from '../native/header-column.ts';
import type {
  GatherReport,
  GridGather,
  HeaderColumn,
  HeaderGather,
  RowGather,
  ZeroTraceSearch,
} from '../native/native-reader.ts';

/** Made by the caller, increasing in its process. */
export type FileId = number;
/** Likewise; names the call for `abort`. */
export type ReadId = number;

export interface ReadSamples {
  readonly report: GatherReport;
  readonly data: Float32Array;
}

export interface ReadRawBytes {
  readonly report: GatherReport;
  readonly data: Uint8Array;
}

export interface ReadChunks {
  readonly report: GatherReport;
  readonly data: ChunkOutput;
}

export interface FileCalls {
  /** @param dataset of an HDF5 file, which its library then decodes; null: the file's own bytes */
  open(
    fileId: FileId,
    path: string,
    dataset: string | null,
  ): Promise<{ readonly bytes: number; readonly modifiedMs: number }>;
  gatherGrid(fileId: FileId, readId: ReadId, gather: GridGather): Promise<ReadSamples>;
  gatherRows(fileId: FileId, readId: ReadId, gather: RowGather): Promise<ReadSamples>;
  /** @param isRaw words as they are stored, in place of Float32 */
  gatherChunks(
    fileId: FileId,
    readId: ReadId,
    gather: ChunkGather,
    length: number,
    isRaw: boolean,
  ): Promise<ReadChunks>;
  readBytes(fileId: FileId, readId: ReadId, offset: number, length: number): Promise<ReadRawBytes>;
  gatherHeaders(
    fileId: FileId,
    readId: ReadId,
    gather: HeaderGather,
    types: readonly ColumnType[],
  ): Promise<HeaderColumn[]>;
  findZeroTraces(fileId: FileId, readId: ReadId, search: ZeroTraceSearch): Promise<Uint8Array>;
  abort(readId: ReadId): Promise<void>;
  close(fileId: FileId): Promise<void>;
  /** Parses an HDF5 file, which may be hostile: never in the engine's process. */
  describeHdf5(path: string, overrides: MappingOverrides): Promise<CubeDescription>;
  outlineHdf5(path: string): Promise<Hdf5Content>;
}
