/** What a file is to hold, once the places of all its samples are known. */
import type { ElementType } from './element-types.ts';

export type Hdf5Attribute =
  | { readonly type: 'text'; readonly text: string }
  | {
      readonly type: Exclude<ElementType, 'text'>;
      /** Empty for one value. */
      readonly shape: readonly number[];
      /** Little-endian. */
      readonly bytes: Uint8Array;
    };

export interface Hdf5Group {
  readonly kind: 'group';
  readonly attributes: Readonly<Record<string, Hdf5Attribute>>;
  readonly children: Readonly<Record<string, Hdf5Node>>;
}

export interface Hdf5Dataset {
  readonly kind: 'dataset';
  readonly type: ElementType;
  readonly shape: readonly number[];
  readonly layout: ContiguousLayout | ChunkedLayout;
  readonly attributes: Readonly<Record<string, Hdf5Attribute>>;
}

export type Hdf5Node = Hdf5Group | Hdf5Dataset;

/** All elements in C order from `address` on. */
export interface ContiguousLayout {
  readonly kind: 'contiguous';
  /** Bytes from the start of the file. */
  readonly address: number;
}

export interface ChunkedLayout {
  readonly kind: 'chunked';
  readonly chunkShape: readonly number[];
  /** In the order in which they were applied when writing. */
  readonly filters: readonly Hdf5Filter[];
  readonly chunks: ChunkList;
}

/** In C order of their places. Made one by one, since large surveys have hundreds of thousands. */
export interface ChunkList {
  readonly count: number;
  readonly at: (index: number) => StoredChunk;
}

export interface StoredChunk {
  /** First element, along each axis. */
  readonly start: readonly number[];
  readonly address: number;
  /** As stored, behind the filters. */
  readonly bytes: number;
  /** Bit i: filter i was not applied. */
  readonly skippedFilters: number;
}

/** Registered numbers: 1 deflate, 2 shuffle, 32000 LZF (as h5py writes it). */
export interface Hdf5Filter {
  readonly id: number;
  readonly name: string;
  readonly parameters: readonly number[];
}
