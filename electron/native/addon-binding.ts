/** The addon's functions, as src/*_calls.cc define them, and the loading of the library. */
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { addonLocations } from './addon-location.ts';
import type { HeaderColumn, HeaderWordType } from './native-reader.ts';

declare const handleBrand: unique symbol;
/** An open mapping. It is closed by `close`, or when it is garbage. */
export interface MappingHandle {
  readonly [handleBrand]: true;
}

/** One element; any value but 0 aborts the call. Null where the call cannot be aborted. */
export type AbortFlag = Int32Array | null;

/** majorFaults is -1 where the system does not count per thread. */
export type AddonReport = readonly [readMs: number, decodeMs: number, majorFaults: number];

/** A word's type is sent as its index; the order is that of `HeaderWordType` in header_kernels.h. */
export const HEADER_WORD_TYPES: readonly HeaderWordType['type'][] = [
  'int16',
  'uint16',
  'int32',
  'float32',
  'float64',
  'int8',
  'uint8',
  'uint32',
  'int64',
  'uint64',
  'ibm32',
];

/**
 * Arguments are not checked on the other side. Promises reject with an Error whose `code` is CANCELLED, FILE_CHANGED, DAMAGED or
 * the system's name of its error. Buffers are written to until the promise settles, not after.
 */
export interface AddonBinding {
  open(path: string): Promise<{ handle: MappingHandle; bytes: number; modifiedMs: number }>;
  close(handle: MappingHandle): Promise<void>;
  gather(
    handle: MappingHandle,
    format: number,
    isBigEndian: boolean,
    rows: number,
    columns: number,
    columnStrideBytes: number,
    offset: number,
    rowStrideBytes: number,
    rowOffsets: Float64Array | null,
    into: Float32Array,
    flag: AbortFlag,
  ): Promise<AddonReport>;
  gatherChunks(
    handle: MappingHandle,
    format: number,
    isBigEndian: boolean,
    filters: readonly number[],
    filterElementBytes: readonly number[],
    chunkBytes: number,
    chunks: Float64Array,
    pieces: Float64Array,
    rowStride: number,
    columnStride: number,
    intoRowStride: number,
    fill: Uint8Array,
    isShared: boolean,
    into: Float32Array | Uint8Array,
    flag: AbortFlag,
  ): Promise<AddonReport>;
  readBytes(handle: MappingHandle, offset: number, into: Uint8Array, flag: AbortFlag): Promise<AddonReport>;
  gatherHeaders(
    handle: MappingHandle,
    offset: number,
    count: number,
    strideBytes: number,
    offsets: Float64Array | null,
    isBigEndian: boolean,
    positions: readonly number[],
    types: readonly number[],
    columns: readonly HeaderColumn[],
    flag: AbortFlag,
  ): Promise<void>;
  findZeroTraces(
    handle: MappingHandle,
    format: number,
    isBigEndian: boolean,
    offset: number,
    count: number,
    strideBytes: number,
    offsets: Float64Array | null,
    sampleCount: number,
    into: Uint8Array,
    flag: AbortFlag,
  ): Promise<void>;
  /** -1 where it is not known. */
  residentShare(handle: MappingHandle, offset: number, rows: number, rowStrideBytes: number, rowBytes: number): number;
  transpose(from: Float32Array, rows: number, columns: number, into: Float32Array): Promise<void>;
  /** Left out where the system's descriptors are not JavaScript's (Windows). */
  writeRows?(
    descriptor: number,
    from: Uint8Array,
    rows: number,
    rowBytes: number,
    offset: number,
    strideBytes: number,
  ): Promise<void>;
  packChunks(
    from: Float32Array,
    shape: readonly number[],
    chunkShape: readonly number[],
    firstChunk: number,
    chunks: number,
    compresses: boolean,
    into: Uint8Array,
    sizes: Uint32Array,
  ): Promise<void>;
  countAmplitudes(
    samples: Float32Array,
    classes: Uint32Array,
  ): Promise<readonly [sumOfSquares: number, least: number, most: number]>;
  warp(
    a: Float64Array,
    b: Float64Array,
    isSquared: boolean,
    diagonalWeight: number,
    starts: Uint32Array,
    firstRow: Uint32Array,
    steps: Uint8Array,
  ): Promise<number>;
  populateResident(handle: MappingHandle, flag: AbortFlag): Promise<number>;
}

/** The loaded library; null where there is none. `failure` says why one that is there does not load. */
export interface LoadedAddon {
  readonly binding: AddonBinding | null;
  readonly failure: string | null;
}

export function loadAddon(locations: readonly string[] = addonLocations()): LoadedAddon {
  const path = locations.find((location) => existsSync(location));
  if (path === undefined) return { binding: null, failure: null };
  try {
    const require = createRequire(import.meta.url);
    return { binding: require(path) as AddonBinding, failure: null };
  } catch (error) {
    return { binding: null, failure: error instanceof Error ? error.message : String(error) };
  }
}
