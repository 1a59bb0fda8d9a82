/** Where the chunks of a dataset are stored, in C order of their places in its grid of chunks. */
import type { MetadataReader } from '../metadata-reader.ts';

export interface ChunkTable {
  /** From the start of the file; -1 of a chunk that was never written. */
  readonly offsets: Float64Array;
  /** As stored, behind the filters. */
  readonly bytes: Uint32Array;
  /** Bit i: filter i was skipped for this chunk. */
  readonly skippedFilters: Uint32Array;
}

/** The grid of chunks that a dataset falls into. */
export interface ChunkGrid {
  /** Elements of the dataset, along each axis. */
  readonly shape: readonly number[];
  /** The most it may grow to, along each axis; null without limit. Some indices count by it. */
  readonly mostShape: readonly (number | null)[];
  /** Elements of a chunk. */
  readonly chunkShape: readonly number[];
  /** Bytes of a chunk before any filter. */
  readonly chunkBytes: number;
}

/** A survey of a terabyte in chunks of 512 KB has half of that. */
export const MOST_CHUNKS = 4_194_304;

/** Chunks along each axis. */
export const chunkCounts = (shape: readonly number[], chunkShape: readonly number[]): number[] =>
  shape.map((size, axis) => Math.ceil(size / chunkShape[axis]!));

/** Collects what an index says of chunks; what lies outside the dataset (it may have shrunk) is left out. */
export class ChunkTableBuilder {
  readonly table: ChunkTable;
  readonly #counts: readonly number[];
  readonly #reader: MetadataReader;

  constructor({ shape, chunkShape }: ChunkGrid, reader: MetadataReader) {
    this.#reader = reader;
    this.#counts = chunkCounts(shape, chunkShape);
    const count = this.#counts.reduce((product, each) => product * each, 1);
    this.table = {
      offsets: new Float64Array(count).fill(-1),
      bytes: new Uint32Array(count),
      skippedFilters: new Uint32Array(count),
    };
  }

  /** @param place in chunks, along each axis; @param address as stored, null where there is no chunk */
  add(place: readonly number[], address: number | null, bytes: number, skippedFilters: number): void {
    if (address === null || place.some((at, axis) => at >= this.#counts[axis]!)) return;
    const offset = this.#reader.baseAddress + address;
    if (bytes < 0 || bytes > 0xffff_ffff || offset + bytes > this.#reader.file.bytes) {
      throw this.#reader.damaged(`a chunk of ${bytes} bytes at ${offset}`);
    }
    const index = place.reduce((sum, at, axis) => sum * this.#counts[axis]! + at, 0);
    this.table.offsets[index] = offset;
    this.table.bytes[index] = bytes;
    this.table.skippedFilters[index] = skippedFilters;
  }
}
