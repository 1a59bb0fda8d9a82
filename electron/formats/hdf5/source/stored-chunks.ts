/** The chunks of a dataset, as far as they can be read here. */
import type { OpenFile } from '../../../native/native-reader.ts';
import { MOST_CHUNK_BYTES, type ChunkFilter } from '../../../native/chunks/chunk-gather.ts';
import { chunkCounts, MOST_CHUNKS, type ChunkTable } from '../read/chunks/chunk-table.ts';
import { readChunkTable } from '../read/chunks/read-chunk-table.ts';
import type { StoredDataset } from '../read/dataset.ts';
import { typeBytes } from '../read/datatype.ts';
import { readSuperblock } from '../read/superblock.ts';
import { chunkFiltersOf } from './chunk-filters-of.ts';

export interface DatasetChunks {
  readonly chunkShape: readonly number[];
  readonly filters: readonly ChunkFilter[];
  readonly fill: Uint8Array;
  readonly table: ChunkTable;
}

/**
 * Also of a contiguous dataset to which nothing was ever written: all its chunks are nowhere.
 * @returns null where they are not read here: of filters or an index that are not known, too many or too large
 * @throws CrosslineError not-hdf5
 */
export async function readStoredChunks(file: OpenFile, dataset: StoredDataset): Promise<DatasetChunks | null> {
  const { layout, shape, mostShape, type } = dataset;
  const elementBytes = typeBytes(type);
  const fill = dataset.fill?.length === elementBytes ? dataset.fill : new Uint8Array(elementBytes);
  if (layout.kind === 'contiguous' && layout.address === null) return emptyChunks(shape, elementBytes, fill);
  if (layout.kind !== 'chunked') return null;
  const { chunkShape, index, address, leavesEdgesPlain } = layout;
  const filters = chunkFiltersOf(dataset.filters, elementBytes);
  const chunkBytes = chunkShape.reduce((product, size) => product * size, elementBytes);
  if (filters === null || !(chunkBytes > 0 && chunkBytes <= MOST_CHUNK_BYTES)) return null;
  const { reader } = await readSuperblock(file);
  const storage = { index, address, leavesEdgesPlain, filterCount: filters.length };
  const table = await readChunkTable(storage, { shape, mostShape, chunkShape, chunkBytes }, reader);
  return table && { chunkShape, filters, fill, table };
}

/** As large as the last axes make them, so that they are few. */
function emptyChunks(shape: readonly number[], elementBytes: number, fill: Uint8Array): DatasetChunks | null {
  const chunkShape = shape.map(() => 1);
  for (let axis = shape.length - 1, bytes = elementBytes; axis >= 0; axis -= 1) {
    bytes *= shape[axis]!;
    if (bytes > MOST_CHUNK_BYTES) break;
    chunkShape[axis] = Math.max(1, shape[axis]!);
  }
  const count = chunkCounts(shape, chunkShape).reduce((product, each) => product * each, 1);
  if (count > MOST_CHUNKS) return null;
  const offsets = new Float64Array(count).fill(-1);
  const table = { offsets, bytes: new Uint32Array(count), skippedFilters: new Uint32Array(count) };
  return { chunkShape, filters: [], fill, table };
}
