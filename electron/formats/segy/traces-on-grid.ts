/** The line numbers of all traces, and the axes that they span. */
import type { LineAxis } from '../../../shared/axes.ts';
import { lineAxisFromNumbers } from './line-axis.ts';
import { everyTrace } from './trace-lists.ts';

/** One element a trace, in file order. */
export interface LineNumbersOfTraces {
  readonly inline: Int32Array;
  readonly crossline: Int32Array;
}

/** A grid's axes and the traces that have line numbers on them. */
export interface TracesOnGrid {
  readonly inline: LineAxis;
  readonly crossline: LineAxis;
  /** Ascending; without those that carry no numbers. */
  readonly traces: Int32Array;
  /** Traces at (0, 0) carry no line numbers. */
  readonly isZeroUnset: boolean;
}

/**
 * Null where no trace has numbers. Traces at (0, 0) carry none, unless 0 continues the other traces' numbers: padding
 * traces are often left so.
 * @param isZeroNumber 0 is a number like any other
 */
export function tracesOnGrid({ inline, crossline }: LineNumbersOfTraces, isZeroNumber = false): TracesOnGrid | null {
  const withAll = (): TracesOnGrid => ({
    ...axesOf(inline, crossline, null),
    traces: everyTrace(inline.length),
    isZeroUnset: false,
  });
  if (isZeroNumber) return inline.length === 0 ? null : withAll();
  const numbered = tracesElsewhere(inline, crossline);
  if (numbered.length === 0) return null;
  const isAll = numbered.length === inline.length;
  const axes = axesOf(inline, crossline, isAll ? null : numbered);
  if (isAll) return { ...axes, traces: numbered, isZeroUnset: false };
  const isContinued = [axes.inline, axes.crossline].every(
    ({ first, last, step }) => first % step === 0 && first - step <= 0 && last + step >= 0,
  );
  if (!isContinued) return { ...axes, traces: numbered, isZeroUnset: true };
  return withAll();
}

/** A grid emptier than this is not one that was surveyed: polygons and rotated outlines fill far more. */
export const LEAST_FILLED_SHARE = 0.05;
/** A table of so many cells is 64 MB; a larger one must be fuller to be worth its memory: 32 bytes a trace at most. */
const MANY_CELLS = 2 ** 24;
const LEAST_FILLED_SHARE_OF_MANY = 0.125;

/** Enough of the grid's positions could have a trace for a table of them all. */
export function isFilled({ inline, crossline, traces }: TracesOnGrid): boolean {
  const cells = inline.count * crossline.count;
  return traces.length >= cells * (cells > MANY_CELLS ? LEAST_FILLED_SHARE_OF_MANY : LEAST_FILLED_SHARE);
}

/** Of a trace on the grid: C order, inlines by crosslines. */
export const cellOf = (
  { inline, crossline }: Pick<TracesOnGrid, 'inline' | 'crossline'>,
  inlineNumber: number,
  crosslineNumber: number,
): number =>
  ((inlineNumber - inline.first) / inline.step) * crossline.count +
  (crosslineNumber - crossline.first) / crossline.step;

/** Those that are not at (0, 0). */
function tracesElsewhere(inline: Int32Array, crossline: Int32Array): Int32Array {
  const numbered = new Int32Array(inline.length);
  let count = 0;
  for (let trace = 0; trace < inline.length; trace += 1) {
    if (inline[trace] !== 0 || crossline[trace] !== 0) numbered[count++] = trace;
  }
  return numbered.subarray(0, count);
}

/** @param traces those that count; null for all */
const axesOf = (
  inline: Int32Array,
  crossline: Int32Array,
  traces: Int32Array | null,
): Pick<TracesOnGrid, 'inline' | 'crossline'> => ({
  inline: lineAxisFromNumbers(inline, traces),
  crossline: lineAxisFromNumbers(crossline, traces),
});
