/** Finds every chunk of a dataset, whichever of HDF5's indices it has. */
import type { MetadataReader } from '../metadata-reader.ts';
import type { ChunkIndex } from '../dataset.ts';
import { readBTree1 } from './b-tree-1.ts';
import { readBTree2 } from './b-tree-2.ts';
import { placeReader } from './chunk-elements.ts';
import { chunkCounts, ChunkTableBuilder, MOST_CHUNKS, type ChunkGrid, type ChunkTable } from './chunk-table.ts';
import { readExtensibleArray } from './extensible-array.ts';
import { readFixedArray } from './fixed-array.ts';

export interface ChunkedStorage {
  readonly index: ChunkIndex;
  /** Of the index; null where no chunk was ever written. */
  readonly address: number | null;
  readonly filterCount: number;
  /** Chunks that reach beyond the dataset are stored without filters. */
  readonly leavesEdgesPlain: boolean;
}

/**
 * @returns null where the chunks are too many to list, or the index is not known
 * @throws CrosslineError not-hdf5
 */
export async function readChunkTable(
  { index, address, filterCount, leavesEdgesPlain }: ChunkedStorage,
  grid: ChunkGrid,
  reader: MetadataReader,
): Promise<ChunkTable | null> {
  const isGrid = grid.chunkShape.length === grid.shape.length && grid.chunkShape.every((size) => size > 0);
  if (!isGrid) return null;
  const counts = chunkCounts(grid.shape, grid.chunkShape);
  const count = product(counts);
  // Room for all is there from the start: also for what it may grow to.
  const most = grid.mostShape.map((size, axis) => size ?? grid.shape[axis]!);
  const mostCount = index.kind === 'implicit' ? product(chunkCounts(most, grid.chunkShape)) : count;
  if (!(count <= MOST_CHUNKS && mostCount <= MOST_CHUNKS) || index.kind === 'unknown') return null;
  const builder = new ChunkTableBuilder(grid, reader);
  if (address !== null) {
    switch (index.kind) {
      case 'single':
        builder.add(
          grid.shape.map(() => 0),
          address,
          index.bytes ?? grid.chunkBytes,
          index.skippedFilters,
        );
        break;
      case 'implicit': {
        const placeOf = placeReader(grid, null);
        for (let i = 0; i < mostCount; i += 1)
          builder.add(placeOf(i), address + i * grid.chunkBytes, grid.chunkBytes, 0);
        break;
      }
      case 'B-tree 1':
        await readBTree1(address, grid, reader, builder);
        break;
      case 'B-tree 2':
        await readBTree2(address, grid, reader, builder);
        break;
      case 'fixed array':
        await readFixedArray(address, grid, reader, builder);
        break;
      case 'extensible array':
        await readExtensibleArray(address, grid, reader, builder);
        break;
    }
  }
  if (leavesEdgesPlain) skipFiltersAtEdges(builder.table, grid, counts, filterCount);
  return builder.table;
}

const product = (counts: readonly number[]): number => counts.reduce((sum, count) => sum * count, 1);

function skipFiltersAtEdges(
  { skippedFilters }: ChunkTable,
  { shape, chunkShape }: ChunkGrid,
  counts: readonly number[],
  filterCount: number,
): void {
  const all = 2 ** filterCount - 1;
  for (let i = 0; i < skippedFilters.length; i += 1) {
    let rest = i;
    for (let axis = shape.length - 1; axis >= 0; axis -= 1) {
      const place = rest % counts[axis]!;
      rest = Math.floor(rest / counts[axis]!);
      if ((place + 1) * chunkShape[axis]! > shape[axis]!) skippedFilters[i] = all;
    }
  }
}
