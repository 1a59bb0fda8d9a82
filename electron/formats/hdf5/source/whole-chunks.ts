/** All of a chunked dataset, of any rank, in C order. */
import type { ChunkGather } from '../../../native/chunks/chunk-gather.ts';
import type { DecodableFormat } from '../../../native/native-reader.ts';
import { chunkCounts } from '../read/chunks/chunk-table.ts';
import { PieceList, stridesOf } from './chunk-pieces.ts';
import type { DatasetChunks } from './stored-chunks.ts';

/** Of each chunk, planes of the last two axes: what fits into one piece. */
export function wholeChunks(
  shape: readonly number[],
  { chunkShape, filters, fill, table }: DatasetChunks,
  format: DecodableFormat,
  byteOrder: 'big' | 'little',
): ChunkGather {
  const [inChunk, inShape] = [stridesOf(chunkShape), stridesOf(shape)];
  const counts = chunkCounts(shape, chunkShape);
  const last = shape.length - 1;
  const list = new PieceList(table);
  for (let chunk = 0; chunk < table.offsets.length; chunk += 1) {
    list.chunk(chunk);
    const start = placeOf(chunk, counts).map((place, axis) => place * chunkShape[axis]!);
    const used = start.map((first, axis) => Math.min(chunkShape[axis]!, shape[axis]! - first));
    const walk = (axis: number, element: number, at: number): void => {
      if (axis >= last - 1) {
        list.piece(element, last > 0 ? used[last - 1]! : 1, used[last] ?? 1, at);
        return;
      }
      for (let i = 0; i < used[axis]!; i += 1) walk(axis + 1, element + i * inChunk[axis]!, at + i * inShape[axis]!);
    };
    walk(
      0,
      0,
      start.reduce((sum, first, axis) => sum + first * inShape[axis]!, 0),
    );
  }
  const chunkElements = chunkShape.reduce((product, size) => product * size, 1);
  const rowStride = inChunk[last - 1] ?? 0;
  const intoRowStride = inShape[last - 1] ?? 0;
  const layout = { format, byteOrder, filters, chunkElements, fill, isShared: false };
  return { ...layout, ...list.finish(), rowStride, columnStride: 1, intoRowStride };
}

/** Of a chunk, along each axis of the grid of chunks. */
function placeOf(index: number, counts: readonly number[]): number[] {
  const place: number[] = [];
  for (let axis = counts.length - 1, rest = index; axis >= 0; axis -= 1) {
    place[axis] = rest % counts[axis]!;
    rest = Math.floor(rest / counts[axis]!);
  }
  return place;
}
