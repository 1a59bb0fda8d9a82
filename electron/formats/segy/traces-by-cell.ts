/** The traces of each position of a grid. */
import type { GatherNumbers } from './gathers-from-lines.ts';
import { sortByOffset } from './sort-by-offset.ts';
import { cellOf, type TracesOnGrid } from './traces-on-grid.ts';

/** Cell c (C order) has `traces[starts[c]]` up to `traces[starts[c + 1] - 1]`. */
export interface TracesByCell {
  readonly starts: Int32Array;
  readonly traces: Int32Array;
  /** Cells with a trace at all. */
  readonly occupied: number;
  /** Most traces in one cell. */
  readonly fold: number;
}

/** Within a cell by offset, then live before dead, then as in the file. A counting sort over the cells. */
export function tracesByCell(numbers: GatherNumbers, grid: TracesOnGrid): TracesByCell {
  const { inline, crossline, offset, isDead } = numbers;
  const cells = grid.inline.count * grid.crossline.count;
  const starts = new Int32Array(cells + 1);
  for (const trace of grid.traces) starts[cellOf(grid, inline[trace]!, crossline[trace]!) + 1]! += 1;
  let [occupied, fold] = [0, 0];
  for (let cell = 0; cell < cells; cell += 1) {
    const count = starts[cell + 1]!;
    if (count > 0) occupied += 1;
    if (count > fold) fold = count;
    starts[cell + 1] = starts[cell]! + count;
  }
  const asInFile = spreadOverCells(grid.traces, starts, numbers, grid);
  const traces = areSorted(starts, asInFile, numbers)
    ? asInFile
    : spreadOverCells(sortByOffset(grid.traces, offset, isDead), starts, numbers, grid);
  return { starts, traces, occupied, fold };
}

/** Within a cell in the order in which they are listed. */
function spreadOverCells(
  listed: Int32Array,
  starts: Int32Array,
  { inline, crossline }: GatherNumbers,
  grid: TracesOnGrid,
): Int32Array {
  const next = starts.slice(0, -1);
  const traces = new Int32Array(listed.length);
  for (const trace of listed) traces[next[cellOf(grid, inline[trace]!, crossline[trace]!)]!++] = trace;
  return traces;
}

/** Most files are sorted by offset already. */
function areSorted(starts: Int32Array, traces: Int32Array, { offset, isDead }: GatherNumbers): boolean {
  for (let cell = 0; cell + 1 < starts.length; cell += 1) {
    for (let at = starts[cell]! + 1; at < starts[cell + 1]!; at += 1) {
      const [before, trace] = [traces[at - 1]!, traces[at]!];
      const difference = offset[before]! - offset[trace]!;
      if (difference > 0 || (difference === 0 && isDead[before]! > isDead[trace]!)) return false;
    }
  }
  return true;
}
