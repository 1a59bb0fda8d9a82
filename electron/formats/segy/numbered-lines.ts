/** 2D lines of which only the line's number is set, not the traces' along it. */
import type { HeaderColumn } from '../../native/native-reader.ts';
import { MOST_LINES } from './line-splits.ts';
import type { LineNumbersOfTraces } from './traces-on-grid.ts';
import { tracesOnGrid } from './traces-on-grid.ts';

/** One element a trace, in file order. */
export interface NumberedTraces extends LineNumbersOfTraces {
  readonly cdp: Int32Array;
  readonly offset: Int32Array;
  readonly x: HeaderColumn;
  readonly y: HeaderColumn;
}

/** Traces that are elsewhere than the one before them: all but where a header was not filled in. */
const MOST = 0.9;

/**
 * Many traces have the same line numbers, but CDP or coordinates move on from trace to trace and the offset does not: not
 * the traces of one position.
 */
export function areNumberedLines(traces: NumberedTraces): boolean {
  const grid = tracesOnGrid(traces);
  if (grid === null || (grid.inline.count > 1 && grid.crossline.count > 1)) return false;
  const { inline, crossline, cdp, offset, x, y } = traces;
  /** The last trace of each line, by what tells the lines apart. */
  const numbers = grid.inline.count > 1 ? inline : crossline;
  const last = new Map<number, number>();
  let [moved, all] = [0, 0];
  for (let trace = 0; trace < cdp.length; trace += 1) {
    if (offset[trace] !== offset[0]) return false;
    const before = last.get(numbers[trace]!);
    last.set(numbers[trace]!, trace);
    if (last.size > MOST_LINES) return false;
    if (before === undefined) continue;
    all += 1;
    if (cdp[trace] !== cdp[before] || x[trace] !== x[before] || y[trace] !== y[before]) moved += 1;
  }
  return all > 0 && moved > MOST * all;
}
