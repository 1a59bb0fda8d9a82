/** Which chunks of a volume a plane or some traces lie in, and where in them. */
import type { ChunkGather } from '../../../native/chunks/chunk-gather.ts';
import type { Decimation } from '../../../../shared/slices.ts';
import { isStandardFormat } from '../../segy/sample-formats.ts';
import type { ChunkTable } from '../read/chunks/chunk-table.ts';
import type { ChunkedVolume } from './cube-description.ts';
import type { CubePlane } from './volume-plane.ts';

/** Elements between neighbours of a C-ordered array. */
export function stridesOf(shape: readonly number[]): number[] {
  const strides = shape.map(() => 1);
  for (let axis = shape.length - 2; axis >= 0; axis -= 1) strides[axis] = strides[axis + 1]! * shape[axis + 1]!;
  return strides;
}

/** The dataset's axes: the one that the plane cuts across, and those of its rows and columns. */
export function planeAxes({ axes }: Pick<ChunkedVolume, 'axes'>, { orientation }: Pick<CubePlane, 'orientation'>) {
  switch (orientation) {
    case 'inline':
      return { across: axes.inline, row: axes.crossline, column: axes.sample };
    case 'crossline':
      return { across: axes.crossline, row: axes.inline, column: axes.sample };
    case 'sample':
      return { across: axes.sample, row: axes.inline, column: axes.crossline };
  }
}

/** @param rows,columns of the decimated plane */
export function planeChunks(
  volume: ChunkedVolume,
  plane: CubePlane,
  decimation: Decimation,
  [rows, columns]: readonly [number, number],
): ChunkGather {
  const { chunkShape, shape } = volume;
  const { across, row, column } = planeAxes(volume, plane);
  const inChunk = stridesOf(chunkShape);
  const ofChunks = stridesOf(shape.map((size, axis) => Math.ceil(size / chunkShape[axis]!)));
  const acrossChunk = Math.floor(plane.index / chunkShape[across]!);
  const acrossFirst = (plane.index - acrossChunk * chunkShape[across]!) * inChunk[across]!;
  const list = new PieceList(volume.table);
  for (const r of stretches(rows, decimation.rows, chunkShape[row]!)) {
    for (const c of stretches(columns, decimation.columns, chunkShape[column]!)) {
      list.chunk(acrossChunk * ofChunks[across]! + r.chunk * ofChunks[row]! + c.chunk * ofChunks[column]!);
      const first = acrossFirst + r.offset * inChunk[row]! + c.offset * inChunk[column]!;
      list.piece(first, r.count, c.count, r.first * columns + c.first);
    }
  }
  return {
    ...commonGather(volume),
    ...list.finish(),
    rowStride: inChunk[row]! * decimation.rows,
    columnStride: inChunk[column]! * decimation.columns,
    intoRowStride: columns,
    isShared: chunkShape[across]! > 1,
  };
}

/** Whole traces, one a row of the output; `columns` samples of each, `step` apart. */
export function traceChunks(
  volume: ChunkedVolume,
  traces: readonly { readonly inline: number; readonly crossline: number }[],
  columns: number,
  step: number,
): ChunkGather {
  const { chunkShape, shape, axes } = volume;
  const inChunk = stridesOf(chunkShape);
  const ofChunks = stridesOf(shape.map((size, axis) => Math.ceil(size / chunkShape[axis]!)));
  const parts = stretches(columns, step, chunkShape[axes.sample]!);
  /** Rows and first elements of the traces in each column of chunks. */
  const byColumn = new Map<number, number[]>();
  traces.forEach(({ inline, crossline }, row) => {
    const [i, x] = [Math.floor(inline / chunkShape[axes.inline]!), Math.floor(crossline / chunkShape[axes.crossline]!)];
    const chunk = i * ofChunks[axes.inline]! + x * ofChunks[axes.crossline]!;
    const first =
      (inline - i * chunkShape[axes.inline]!) * inChunk[axes.inline]! +
      (crossline - x * chunkShape[axes.crossline]!) * inChunk[axes.crossline]!;
    const rows = byColumn.get(chunk);
    if (rows === undefined) byColumn.set(chunk, [row, first]);
    else rows.push(row, first);
  });
  const list = new PieceList(volume.table);
  for (const [chunk, rows] of byColumn) {
    for (const part of parts) {
      list.chunk(chunk + part.chunk * ofChunks[axes.sample]!);
      for (let i = 0; i < rows.length; i += 2) {
        const first = rows[i + 1]! + part.offset * inChunk[axes.sample]!;
        list.piece(first, 1, part.count, rows[i]! * columns + part.first);
      }
    }
  }
  return {
    ...commonGather(volume),
    ...list.finish(),
    rowStride: 0,
    columnStride: inChunk[axes.sample]! * step,
    intoRowStride: columns,
    isShared: true,
  };
}

/** What lies of `count` positions, `step` apart from 0 on, in each chunk of `size`: first position, and its place in the chunk. */
export function stretches(
  count: number,
  step: number,
  size: number,
): readonly { readonly chunk: number; readonly first: number; readonly count: number; readonly offset: number }[] {
  const parts = [];
  for (let first = 0; first < count;) {
    const chunk = Math.floor((first * step) / size);
    const end = Math.min(count, Math.ceil(((chunk + 1) * size) / step));
    parts.push({ chunk, first, count: end - first, offset: first * step - chunk * size });
    first = end;
  }
  return parts;
}

function commonGather({ format, byteOrder, filters, chunkShape, fill }: ChunkedVolume) {
  if (!isStandardFormat(format)) throw new TypeError(`samples of format ${format}`);
  const chunkElements = chunkShape.reduce((product, size) => product * size, 1);
  return { format, byteOrder, filters, chunkElements, fill };
}

/** Builds `ChunkGather`'s lists of chunks and pieces. */
export class PieceList {
  readonly #table: ChunkTable;
  readonly #chunks: number[] = [];
  readonly #pieces: number[] = [];

  constructor(table: ChunkTable) {
    this.#table = table;
  }

  /** Pieces that follow are of this one. */
  chunk(index: number): void {
    const { offsets, bytes, skippedFilters } = this.#table;
    this.#chunks.push(offsets[index]!, bytes[index]!, skippedFilters[index]!, 0);
  }

  piece(first: number, rows: number, columns: number, at: number): void {
    this.#pieces.push(first, rows, columns, at);
    this.#chunks[this.#chunks.length - 1] = this.#pieces.length / 4;
  }

  finish(): Pick<ChunkGather, 'chunks' | 'pieces'> {
    return { chunks: Float64Array.from(this.#chunks), pieces: Float64Array.from(this.#pieces) };
  }
}
