/** Small datasets whole: line numbers, times, coordinates. */
import { float64Values, isNumeric } from '../library/element-values.ts';
import type { LibraryFile } from '../library/library-file.ts';
import type { OpenFile } from '../../../native/native-reader.ts';
import type { StoredNode } from '../read/read-tree.ts';
import { readNumbers } from '../source/read-elements.ts';
import type { ForeignDataset, ForeignNode } from './foreign-node.ts';

/** Coordinates of 4 million traces as Float64; samples are never read so. */
const MOST_BYTES = 32 * 2 ** 20;

/** In C order; null where the path names no dataset of numbers, or one too large. */
export type NumberReader = (path: string) => Promise<Float64Array | null>;

/** Of what lies in one piece in the file; null of all else. */
export const plainNumberReader =
  (file: OpenFile, tree: readonly StoredNode[]): NumberReader =>
  (path) =>
    readNumbers(
      file,
      tree.find((node) => `/${node.path}` === path),
    );

export const libraryNumberReader =
  (file: LibraryFile, nodes: readonly ForeignNode[]): NumberReader =>
  (path) => {
    const dataset = nodes.find((node) => node.path === path)?.dataset;
    return Promise.resolve(dataset ? readWhole(file, path, dataset) : null);
  };

function readWhole(file: LibraryFile, path: string, { shape, type }: ForeignDataset): Float64Array | null {
  const bytes = 'bytes' in type ? type.bytes : 0;
  const isTooLarge = shape.reduce((product, size) => product * size, bytes) > MOST_BYTES;
  // The library takes no hyperslab of a single number without axes.
  if (!isNumeric(type) || isTooLarge || shape.length === 0) return null;
  const slab = { offset: shape.map(() => 0), count: shape, step: shape.map(() => 1) };
  return float64Values(file.readSlab(path, slab, bytes), type);
}
