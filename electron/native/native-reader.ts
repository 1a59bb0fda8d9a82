/**
 * The calling contract of the native addon and of its plain TypeScript twin (`fallback.ts`). Both pass the same table of
 * cases. Offsets and strides are in bytes and may exceed 2^31; indices are 0-based.
 */

import type { HeaderPlace } from '../../shared/mapping/header-place.ts';
import type { ChunkGather, ChunkOutput } from './chunks/chunk-gather.ts';

/** SEG-Y sample format codes (binary header bytes 3225-3226) that the reader decodes: all of rev 2.1. */
export const DECODABLE_FORMATS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 15, 16] as const;
export type DecodableFormat = (typeof DECODABLE_FORMATS)[number];

export interface WordLayout {
  readonly format: DecodableFormat;
  readonly byteOrder: 'big' | 'little';
}

/** Element (r, c) is the word at `offset + r * rowStrideBytes + c * columnStrideBytes`. Strides may be negative. */
export interface GridGather extends WordLayout {
  readonly offset: number;
  readonly rows: number;
  readonly rowStrideBytes: number;
  readonly columns: number;
  readonly columnStrideBytes: number;
}

/** Row r is `columns` words from `rowOffsets[r]` on, `columnStrideBytes` apart; a negative offset is a missing row (NaN). */
export interface RowGather extends WordLayout {
  readonly rowOffsets: Float64Array;
  readonly columns: number;
  readonly columnStrideBytes: number;
}

/**
 * Milliseconds are wall time of the whole gather, shared out between touching the pages and decoding in proportion to
 * what the threads measured.
 */
export interface GatherReport {
  readonly readMs: number;
  readonly decodeMs: number;
  /** Bytes of the words decoded. */
  readonly bytesRead: number;
  /** Faults of the gathering threads that went to disk; null where the system does not count per thread. */
  readonly majorFaults: number | null;
}

/** A word in each header, `byte` is 1-based within the header as in the standard. */
export type HeaderWordType = HeaderPlace;

export interface HeaderGather {
  /** Of the first header. */
  readonly offset: number;
  readonly count: number;
  readonly strideBytes: number;
  /** Of each header, in place of evenly spaced ones. */
  readonly offsets?: Float64Array;
  readonly byteOrder: 'big' | 'little';
  readonly words: readonly HeaderWordType[];
}

/**
 * What a word is gathered into. Float64 holds all exactly but integers of 64 bits, which are rounded to nearest beyond 2^53;
 * Int32 takes what JavaScript's own assignment would: exactly all integers of up to 32 bits but the upper half of uint32.
 */
export type HeaderColumn = Float64Array | Int32Array;

/** Traces whose samples are all zero (plus or minus; IBM: any zero fraction; fixed point with gain: any gain). Stops at a trace's first other sample. */
export interface ZeroTraceSearch extends WordLayout {
  /** Of the first trace's first sample. */
  readonly offset: number;
  readonly count: number;
  readonly strideBytes: number;
  /** Of each trace's first sample, in place of evenly spaced ones. */
  readonly offsets?: Float64Array;
  readonly sampleCount: number;
}

export interface ResidencyQuery {
  readonly offset: number;
  readonly rows: number;
  readonly rowStrideBytes: number;
  /** Bytes of one row, from its first to its last word. */
  readonly rowBytes: number;
}

/**
 * One open file. Every method that takes a signal rejects with CrosslineError `cancelled` once aborted, and its output
 * buffer is not written to after the promise has settled. A file that shrank, grew, was written to or failed under
 * the mapping rejects with `file-changed`; ranges outside the file reject with `out-of-range`. Calls after `close` reject with `file-changed`.
 */
export interface OpenFile {
  readonly path: string;
  readonly bytes: number;
  readonly modifiedMs: number;
  gatherGrid(gather: GridGather, into: Float32Array, signal: AbortSignal | null): Promise<GatherReport>;
  gatherRows(gather: RowGather, into: Float32Array, signal: AbortSignal | null): Promise<GatherReport>;
  /**
   * Words of a dataset in chunks, each of which is decoded once a call. Rejects with `damaged` where one cannot be: `into` is then
   * filled in part.
   */
  gatherChunks(gather: ChunkGather, into: ChunkOutput, signal: AbortSignal | null): Promise<GatherReport>;
  /** Raw bytes. */
  readBytes(offset: number, into: Uint8Array, signal: AbortSignal | null): Promise<GatherReport>;
  /** One column a word, element i from header i. */
  gatherHeaders(gather: HeaderGather, into: readonly HeaderColumn[], signal: AbortSignal | null): Promise<void>;
  /** 1 where the trace is all zero. */
  findZeroTraces(search: ZeroTraceSearch, signal: AbortSignal | null): Promise<Uint8Array>;
  /** Share (0 to 1) of the pages in memory, evenly sampled (of one stretch, all); null where the system cannot tell or may lie. */
  residentShare(query: ResidencyQuery): number | null;
  /**
   * Maps the parts of the file that sampling finds in memory, in pieces, in the background. It reads the disk only for
   * holes that lie between two sampled pages, 512 KiB apart.
   * Resolves with the bytes populated (0 where there is nothing to do).
   */
  populateResident(signal: AbortSignal | null): Promise<number>;
  /** Waits for calls in flight, then unmaps and closes exactly once. */
  close(): Promise<void>;
}

export interface NativeReader {
  readonly kind: 'addon' | 'fallback';
  /** Why the addon is not in use, in words for the user; null where it is. */
  readonly notice: string | null;
  /** @throws CrosslineError file-not-found, no-permission, not-a-file, io-failed */
  openFile(path: string): Promise<OpenFile>;
}
