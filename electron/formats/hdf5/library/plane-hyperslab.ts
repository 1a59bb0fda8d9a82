/**
 * A dataset that the library decodes stands for a file of plain numbers: element (i, j, k) at its place in C order. A gather from that
 * file, which is how planes are asked for, becomes a hyperslab of the dataset.
 */
import type { Hyperslab } from './library-file.ts';

export interface ElementGrid {
  /** In elements, from the first. */
  readonly offset: number;
  readonly rows: number;
  readonly rowStride: number;
  readonly columns: number;
  readonly columnStride: number;
}

export interface PlaneSlab extends Hyperslab {
  /** The axis along which rows (columns) run; null where there is only one. */
  readonly rowAxis: number | null;
  readonly columnAxis: number | null;
}

/** Null where the elements are no regular part of a plane of the dataset. */
export function planeSlab(shape: readonly number[], grid: ElementGrid): PlaneSlab | null {
  const strides = elementStrides(shape);
  const size = shape.reduce((product, count) => product * count, 1);
  if (!Number.isSafeInteger(grid.offset) || grid.offset < 0 || grid.offset >= size) return null;
  let rest = grid.offset;
  const offset = strides.map((stride) => {
    const position = Math.floor(rest / stride);
    rest -= position * stride;
    return position;
  });
  const count = shape.map(() => 1);
  const step = shape.map(() => 1);
  const along = (elements: number, stride: number): number | null | undefined => {
    if (elements === 1) return null;
    const axis = strides.findIndex((each, i) => shape[i]! > 1 && each <= stride);
    const every = stride / strides[axis]!;
    const isInside = axis >= 0 && Number.isInteger(every) && offset[axis]! + (elements - 1) * every < shape[axis]!;
    if (!isInside || count[axis] !== 1) return undefined;
    count[axis] = elements;
    step[axis] = every;
    return axis;
  };
  const rowAxis = along(grid.rows, grid.rowStride);
  const columnAxis = along(grid.columns, grid.columnStride);
  return rowAxis === undefined || columnAxis === undefined ? null : { offset, count, step, rowAxis, columnAxis };
}

/** Elements between neighbours along each axis. */
export function elementStrides(shape: readonly number[]): number[] {
  const strides = shape.map(() => 1);
  for (let axis = shape.length - 2; axis >= 0; axis -= 1) strides[axis] = strides[axis + 1]! * shape[axis + 1]!;
  return strides;
}
