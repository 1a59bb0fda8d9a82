/** Which traces a plane shows, in the order of its slice. */
import { offsetCount } from '../../../shared/axes.ts';
import type { Decimation, SurveyPlane } from '../../../shared/slices.ts';
import { traceInGather } from './gather-order.ts';
import { planeGrid, type GridPlane, type PlaneGrid } from './plane-grid.ts';
import { traceAtGrid, type GatherGrid, type SurveyGeometry } from './survey-geometry.ts';
import type { TraceLine } from './trace-lines.ts';

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

/** The plane must have been checked against the survey (`checkPlane`), and be no stack. */
export function planeTraces(geometry: SurveyGeometry, plane: SurveyPlane, decimation: Decimation): PlaneTraces {
  switch (plane.orientation) {
    case 'traces':
      return tracesAlong(geometry, plane, decimation.rows);
    case 'gather':
      return gatherTraces(gatherGridOf(geometry), plane.inline, plane.index, decimation.rows);
    default:
      return gridTraces(geometry, plane, decimation);
  }
}

/** @throws TypeError where the survey has no gathers on a grid */
export function gatherGridOf(geometry: SurveyGeometry): GatherGrid {
  if (geometry.kind === 'gathers' && geometry.grid !== null) return geometry.grid;
  throw new TypeError(`a ${geometry.kind} survey has no gathers on a grid`);
}

/** @throws TypeError where the survey has no such line */
export function lineOf(geometry: SurveyGeometry, line: number): TraceLine {
  const found = geometry.kind === 'line' ? geometry.lines?.lines[line] : undefined;
  if (found === undefined) throw new TypeError(`a ${geometry.kind} survey has no line ${line}`);
  return found;
}

function tracesAlong(
  geometry: SurveyGeometry,
  { index, count, line }: Extract<SurveyPlane, { orientation: 'traces' }>,
  every: number,
): PlaneTraces {
  const rows = Math.ceil(count / every);
  if (line === undefined) return { kind: 'regular', rows, columns: 1, first: index, rowStride: every, columnStride: 0 };
  const { traces } = lineOf(geometry, line);
  const [first, last] = [traces[index]!, traces[index + (rows - 1) * every]!];
  // Traces ascend along a line, so equal ends mean that none is left out between.
  if (last - first === (rows - 1) * every) {
    return { kind: 'regular', rows, columns: 1, first, rowStride: every, columnStride: 0 };
  }
  const listed = Int32Array.from({ length: rows }, (_, row) => traces[index + row * every]!);
  return { kind: 'listed', rows, columns: 1, traces: listed };
}

function gatherTraces(grid: GatherGrid, inline: number, crossline: number, every: number): PlaneTraces {
  const rows = Math.ceil(offsetCount(grid.offsets) / every);
  const { order } = grid;
  if (order.kind === 'regular') {
    const first = traceInGather(grid, inline, crossline, 0);
    return { kind: 'regular', rows, columns: 1, first, rowStride: order.offsetStride * every, columnStride: 0 };
  }
  const traces = Int32Array.from({ length: rows }, (_, row) => traceInGather(grid, inline, crossline, row * every));
  return { kind: 'listed', rows, columns: 1, traces };
}

/** One trace of each position: the only one, or the one of the offset that the plane selects. */
function gridTraces(geometry: SurveyGeometry, plane: GridPlane, decimation: Decimation): PlaneTraces {
  if (geometry.kind === 'cube') {
    const grid = planeGrid(geometry, plane, decimation);
    if (geometry.order.kind === 'table') return listGrid(grid, (i, j) => traceAtGrid(geometry, i, j));
    return strideGrid(grid, geometry.order, traceAtGrid(geometry, grid.inline, grid.crossline));
  }
  const gathers = gatherGridOf(geometry);
  const offset = plane.selection?.kind === 'offset' ? plane.selection.index : 0;
  const grid = planeGrid(gathers, plane, decimation);
  const traceAt = (i: number, j: number): number => traceInGather(gathers, i, j, offset);
  if (gathers.order.kind === 'listed') return listGrid(grid, traceAt);
  return strideGrid(grid, gathers.order, traceAt(grid.inline, grid.crossline));
}

const strideGrid = (
  grid: PlaneGrid,
  { inlineStride, crosslineStride }: { readonly inlineStride: number; readonly crosslineStride: number },
  first: number,
): PlaneTraces => ({
  kind: 'regular',
  rows: grid.rows,
  columns: grid.columns,
  first,
  rowStride: grid.rowInlines * inlineStride + grid.rowCrosslines * crosslineStride,
  columnStride: grid.columnCrosslines * crosslineStride,
});

function listGrid(grid: PlaneGrid, traceAt: (inlineIndex: number, crosslineIndex: number) => number): PlaneTraces {
  const { rows, columns } = grid;
  const traces = new Int32Array(rows * columns);
  for (let row = 0, cell = 0; row < rows; row += 1) {
    const inline = grid.inline + row * grid.rowInlines;
    const crossline = grid.crossline + row * grid.rowCrosslines;
    for (let column = 0; column < columns; column += 1, cell += 1) {
      traces[cell] = traceAt(inline, crossline + column * grid.columnCrosslines);
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
