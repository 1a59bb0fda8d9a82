/** The traces of each position of a grid. */
import type { GatherNumbers } from './gathers-from-lines.ts';
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
export function tracesByCell({ inline, crossline, offset, isDead }: GatherNumbers, grid: TracesOnGrid): TracesByCell {
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
  const next = starts.slice(0, cells);
  const traces = new Int32Array(grid.traces.length);
  for (const trace of grid.traces) traces[next[cellOf(grid, inline[trace]!, crossline[trace]!)]!++] = trace;

  const byOffset = (a: number, b: number): number => offset[a]! - offset[b]! || isDead[a]! - isDead[b]! || a - b;
  for (let cell = 0; cell < cells; cell += 1) {
    const [start, end] = [starts[cell]!, starts[cell + 1]!];
    if (!isSorted(traces, start, end, byOffset)) traces.subarray(start, end).sort(byOffset);
  }
  return { starts, traces, occupied, fold };
}

/** Most files are sorted by offset already. */
function isSorted(traces: Int32Array, start: number, end: number, by: (a: number, b: number) => number): boolean {
  for (let at = start + 1; at < end; at += 1) if (by(traces[at - 1]!, traces[at]!) > 0) return false;
  return true;
}
