/** HDF5's registered filters as the native reader knows them. */
import type { ChunkFilter } from '../../../native/chunks/chunk-gather.ts';
import type { StoredFilter } from '../read/dataset.ts';

const KINDS: Readonly<Record<number, ChunkFilter['kind']>> = {
  1: 'deflate',
  2: 'shuffle',
  3: 'fletcher32',
  32000: 'lzf',
};

/** @returns null where one of them is unknown here */
export function chunkFiltersOf(filters: readonly StoredFilter[], elementBytes: number): readonly ChunkFilter[] | null {
  const known = filters.map(({ id, parameters }): ChunkFilter | null => {
    const kind = KINDS[id];
    if (kind === undefined) return null;
    // The library writes the size of an element down for shuffle alone.
    return { kind, elementBytes: kind === 'shuffle' ? (parameters[0] ?? elementBytes) : 1 };
  });
  return known.every((filter) => filter !== null && filter.elementBytes > 0) ? (known as ChunkFilter[]) : null;
}
