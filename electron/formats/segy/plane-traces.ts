/** Which traces a plane shows, in the order of its slice. */
import type { Decimation, SlicePlane } from '../../../shared/slices.ts';
import { traceAtGrid, type CubeGeometry, type SurveyGeometry } from './survey-geometry.ts';

/**
 * Rows and columns of traces: a sample plane is [inlines, crosslines], every other plane a column of traces.
 * `regular`: trace `first + row * rowStride + column * columnStride`. `listed`: C order, -1 where none stands.
 */
export type PlaneTraces = {
  readonly rows: number;
  readonly columns: number;
} & (
  | { readonly kind: 'regular'; readonly first: number; readonly rowStride: number; readonly columnStride: number }
  | { readonly kind: 'listed'; readonly traces: Int32Array }
);

/** The plane must have been checked against the survey (`checkPlane`). */
export function planeTraces(geometry: SurveyGeometry, plane: SlicePlane, decimation: Decimation): PlaneTraces {
  if (plane.orientation === 'traces') {
    const rows = Math.ceil(plane.count / decimation.rows);
    return { kind: 'regular', rows, columns: 1, first: plane.index, rowStride: decimation.rows, columnStride: 0 };
  }
  if (geometry.kind !== 'cube') throw new TypeError(`a ${geometry.kind} survey has no ${plane.orientation} planes`);
  const grid = planeGrid(geometry, plane, decimation);
  const { order } = geometry;
  if (order.kind === 'table') return listGrid(geometry, grid);
  return {
    kind: 'regular',
    rows: grid.rows,
    columns: grid.columns,
    first: traceAtGrid(geometry, grid.inline, grid.crossline),
    rowStride: grid.rowInlines * order.inlineStride + grid.rowCrosslines * order.crosslineStride,
    columnStride: grid.columnCrosslines * order.crosslineStride,
  };
}

/** Grid position (inline, crossline) of the plane's first trace, and the steps between its rows and columns. */
interface PlaneGrid {
  readonly inline: number;
  readonly crossline: number;
  readonly rows: number;
  readonly columns: number;
  readonly rowInlines: number;
  readonly rowCrosslines: number;
  readonly columnCrosslines: number;
}

function planeGrid(
  { inline, crossline }: CubeGeometry,
  plane: Exclude<SlicePlane, { orientation: 'traces' }>,
  decimation: Decimation,
): PlaneGrid {
  const inlines = Math.ceil(inline.count / decimation.rows);
  const column = { columns: 1, columnCrosslines: 0 };
  switch (plane.orientation) {
    case 'inline': {
      const rows = Math.ceil(crossline.count / decimation.rows);
      return { inline: plane.index, crossline: 0, rows, rowInlines: 0, rowCrosslines: decimation.rows, ...column };
    }
    case 'crossline':
      return {
        inline: 0,
        crossline: plane.index,
        rows: inlines,
        rowInlines: decimation.rows,
        rowCrosslines: 0,
        ...column,
      };
    case 'sample':
      return {
        inline: 0,
        crossline: 0,
        rows: inlines,
        rowInlines: decimation.rows,
        rowCrosslines: 0,
        columns: Math.ceil(crossline.count / decimation.columns),
        columnCrosslines: decimation.columns,
      };
  }
}

function listGrid(geometry: CubeGeometry, grid: PlaneGrid): PlaneTraces {
  const { rows, columns } = grid;
  const traces = new Int32Array(rows * columns);
  for (let row = 0, cell = 0; row < rows; row += 1) {
    const inline = grid.inline + row * grid.rowInlines;
    const crossline = grid.crossline + row * grid.rowCrosslines;
    for (let column = 0; column < columns; column += 1, cell += 1) {
      traces[cell] = traceAtGrid(geometry, inline, crossline + column * grid.columnCrosslines);
    }
  }
  return { kind: 'listed', rows, columns, traces };
}

/** The same traces as a list in C order. */
export function listTraces(plane: PlaneTraces): Int32Array {
  if (plane.kind === 'listed') return plane.traces;
  const { rows, columns, first, rowStride, columnStride } = plane;
  const traces = new Int32Array(rows * columns);
  for (let row = 0, cell = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1, cell += 1) {
      traces[cell] = first + row * rowStride + column * columnStride;
    }
  }
  return traces;
}
