/** A slice in the engine's memory: its samples, what is known of its traces, what its read cost. */
import { compactView, decimated, type Decimation, type PlaneKind, type SliceView } from '../../shared/slices.ts';
import type { PooledBuffer } from './buffer-pool.ts';
import type { ServedRead } from './open-survey.ts';

export interface LoadedSlice {
  readonly buffer: PooledBuffer;
  readonly view: SliceView;
  readonly read: ServedRead;
  /** Filled by a prefetch. */
  readonly prefetched: boolean;
}

export function loadedSlice(
  buffer: PooledBuffer,
  [rows, columns]: readonly [number, number],
  read: ServedRead,
  prefetched: boolean,
): LoadedSlice {
  return { buffer, view: compactView(buffer.data, rows, columns), read, prefetched };
}

/** A coarser picture of the same buffer: strides instead of a copy. Statuses are few, so those are copied. */
export function coarsened(slice: LoadedSlice, orientation: PlaneKind, decimation: Decimation): LoadedSlice {
  const { traceStatus } = slice.read;
  const [rows, columns] = slice.view.shape;
  const status =
    traceStatus === null
      ? null
      : orientation === 'sample'
        ? everyNth(traceStatus, rows, columns, decimation)
        : everyNth(traceStatus, rows, 1, { rows: decimation.rows, columns: 1 });
  return { ...slice, view: decimated(slice.view, decimation), read: { ...slice.read, traceStatus: status } };
}

function everyNth(cells: Uint8Array, rows: number, columns: number, decimation: Decimation): Uint8Array {
  const out = new Uint8Array(Math.ceil(rows / decimation.rows) * Math.ceil(columns / decimation.columns));
  let target = 0;
  for (let row = 0; row < rows; row += decimation.rows) {
    for (let column = 0; column < columns; column += decimation.columns) out[target++] = cells[row * columns + column]!;
  }
  return out;
}
