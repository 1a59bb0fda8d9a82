/** The line numbers of all traces, and the axes that they span. */
import type { LineAxis } from '../../../shared/axes.ts';
import { lineAxisFromNumbers } from './line-axis.ts';

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
  const all = (): Int32Array => Int32Array.from(inline.keys());
  if (isZeroNumber) {
    return inline.length === 0 ? null : { ...axesOf(inline, crossline, all()), traces: all(), isZeroUnset: false };
  }
  const numbered = tracesElsewhere(inline, crossline);
  if (numbered.length === 0) return null;
  const axes = axesOf(inline, crossline, numbered);
  if (numbered.length === inline.length) return { ...axes, traces: numbered, isZeroUnset: false };
  const isContinued = [axes.inline, axes.crossline].every(
    ({ first, last, step }) => first % step === 0 && first - step <= 0 && last + step >= 0,
  );
  if (!isContinued) return { ...axes, traces: numbered, isZeroUnset: true };
  return { ...axesOf(inline, crossline, all()), traces: all(), isZeroUnset: false };
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

const axesOf = (
  inline: Int32Array,
  crossline: Int32Array,
  traces: Int32Array,
): Pick<TracesOnGrid, 'inline' | 'crossline'> => ({
  inline: lineAxisFromNumbers(numbersOf(inline, traces)),
  crossline: lineAxisFromNumbers(numbersOf(crossline, traces)),
});

function* numbersOf(numbers: Int32Array, traces: Int32Array): Generator<number> {
  for (const trace of traces) yield numbers[trace]!;
}
