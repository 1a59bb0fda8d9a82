/** How the samples of a cube file are compressed. */
import type { Hdf5Filter } from '../write/hdf5-tree.ts';
import { FLOAT_BYTES } from './cube-layouts.ts';

export type Compression =
  /** In one piece, mapped as they are. */
  | { readonly kind: 'none' }
  | { readonly kind: 'lzf' }
  /** zlib's levels, 1 to 9. */
  | { readonly kind: 'gzip'; readonly level: number };

export const COMPRESSION_KINDS = ['none', 'lzf', 'gzip'] as const satisfies readonly Compression['kind'][];

export const LEAST_GZIP_LEVEL = 1;
export const MOST_GZIP_LEVEL = 9;
/** As h5py's. */
export const DEFAULT_GZIP_LEVEL = 4;

export const NO_COMPRESSION: Compression = { kind: 'none' };

/** What h5py writes for its own filter: its version, that of the format, and the bytes of a chunk. */
const LZF_FILTER_VERSION = 4;
const LZF_VERSION = 0x0105;

/**
 * Bytes are shuffled first: sign, exponent and the upper half of the fraction are what repeats in samples. Without it LZF finds
 * nothing, and gzip 7 instead of 20 % of the medium sample.
 */
export function filtersOf(compression: Compression, chunkBytes: number): readonly Hdf5Filter[] {
  const shuffle = { id: 2, name: 'shuffle', parameters: [FLOAT_BYTES] };
  switch (compression.kind) {
    case 'none':
      return [];
    case 'lzf':
      return [shuffle, { id: 32000, name: 'lzf', parameters: [LZF_FILTER_VERSION, LZF_VERSION, chunkBytes] }];
    case 'gzip':
      return [shuffle, { id: 1, name: 'deflate', parameters: [compression.level] }];
  }
}

/** Bit of the compression in `filtersOf`, set for a chunk that it did not make shorter. */
export const COMPRESSION_SKIPPED = 2;
