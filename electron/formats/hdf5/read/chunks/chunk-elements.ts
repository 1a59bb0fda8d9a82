/** What fixed and extensible arrays have in common: one element a chunk, numbered along the axes. */
import type { BlockReader } from '../metadata-reader.ts';
import type { ChunkGrid, ChunkTableBuilder } from './chunk-table.ts';

/** Client 1: filtered chunks, with their sizes and filter masks. */
export const FILTERED_CLIENT = 1;

export type ElementReader = (block: BlockReader, index: number) => void;

/**
 * @param unlimited the axis that may grow, which then counts slowest; null where none may
 * @param elementBytes as the array's header says
 */
export function elementReader(
  isFiltered: boolean,
  elementBytes: number,
  grid: ChunkGrid,
  unlimited: number | null,
  builder: ChunkTableBuilder,
): ElementReader {
  const placeOf = placeReader(grid, unlimited);
  const sizeBytes = elementBytes - 8 - 4;
  return (block, index) => {
    const element = block.part(elementBytes);
    const address = element.address();
    const bytes = isFiltered ? element.raw(sizeBytes).reduceRight((sum, byte) => sum * 256 + byte, 0) : grid.chunkBytes;
    builder.add(placeOf(index), address, bytes, isFiltered ? element.u32() : 0);
  };
}

/** Places in chunks by an element's number. Chunks are counted to what the dataset may grow to, not to what it has. */
export function placeReader(grid: ChunkGrid, unlimited: number | null): (index: number) => number[] {
  const { shape, mostShape, chunkShape } = grid;
  const counts = chunkShape.map((size, axis) => Math.max(1, Math.ceil((mostShape[axis] ?? shape[axis]!) / size)));
  const order = chunkShape.map((_, axis) => axis);
  // The slowest first.
  if (unlimited !== null) order.unshift(...order.splice(unlimited, 1));
  return (index) => {
    const place = new Array<number>(order.length).fill(0);
    let rest = index;
    for (const axis of order.toReversed()) {
      if (axis === order[0]) break;
      place[axis] = rest % counts[axis]!;
      rest = Math.floor(rest / counts[axis]!);
    }
    place[order[0]!] = rest;
    return place;
  };
}
