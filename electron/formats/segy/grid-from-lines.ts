/** The grid that line numbers of all traces span, if they span one. */
import type { LineAxis } from '../../../shared/axes.ts';
import type { Finding } from '../../../shared/survey.ts';
import { warning } from './finding.ts';
import { lineAxisFromNumbers } from './line-axis.ts';
import { MISSING_TRACE, type TraceOrder } from './survey-geometry.ts';

export interface TraceGrid {
  readonly kind: 'grid';
  readonly inline: LineAxis;
  readonly crossline: LineAxis;
  readonly order: TraceOrder;
  readonly missingTraceCount: number;
  readonly findings: readonly Finding[];
}

/** Why the line numbers make no grid. */
export interface NoGrid {
  readonly kind: 'unset' | 'scattered' | 'path' | 'repeated';
}

/** Fewer traces show no path. */
const SHORTEST_PATH = 3;
/** A grid emptier than this is not one that was surveyed: polygons and rotated outlines fill far more. */
const LEAST_FILLED_SHARE = 0.05;
/** More than this share of traces on positions already taken are gathers, fewer are mistakes. */
const MOST_REPEATED_SHARE = 0.1;

/**
 * @param inline,crossline line numbers of each trace, in file order
 * @param isWanted the user says that it is a cube: however empty or crowded the grid
 */
export function gridFromLines(inline: Int32Array, crossline: Int32Array, isWanted: boolean): TraceGrid | NoGrid {
  const traces = tracesWithNumbers(inline, crossline);
  const axes = axesOf(inline, crossline, traces);
  if (axes === null) return { kind: 'unset' };
  const cells = axes.inline.count * axes.crossline.count;
  if (!isWanted && isPath(axes, traces.length)) return { kind: traces.length < SHORTEST_PATH ? 'scattered' : 'path' };
  if (traces.length / cells < LEAST_FILLED_SHARE) return { kind: 'scattered' };

  const traceAt = new Int32Array(cells).fill(MISSING_TRACE);
  let repeated = 0;
  for (const trace of traces) {
    const row = (inline[trace]! - axes.inline.first) / axes.inline.step;
    const cell = row * axes.crossline.count + (crossline[trace]! - axes.crossline.first) / axes.crossline.step;
    if (traceAt[cell] === MISSING_TRACE) traceAt[cell] = trace;
    else repeated += 1;
  }
  if (!isWanted && repeated > MOST_REPEATED_SHARE * traces.length) return { kind: 'repeated' };
  const missingTraceCount = cells - (traces.length - repeated);
  return {
    kind: 'grid',
    ...axes,
    order: regularOrder(traceAt, axes.crossline.count) ?? { kind: 'table', traceAt },
    missingTraceCount,
    findings: gridFindings(inline.length - traces.length, repeated, missingTraceCount),
  };
}

interface Axes {
  readonly inline: LineAxis;
  readonly crossline: LineAxis;
}

/** Null where no numbers were set: several traces all have the same, or the only line of one kind has number 0. */
function axesOf(inline: Int32Array, crossline: Int32Array, traces: Int32Array): Axes | null {
  if (traces.length === 0) return null;
  const axes = {
    inline: lineAxisFromNumbers(numbersOf(inline, traces)),
    crossline: lineAxisFromNumbers(numbersOf(crossline, traces)),
  };
  const positions = axes.inline.count * axes.crossline.count;
  if (positions === 1) return traces.length === 1 ? axes : null;
  // Several traces a position are gathers, on a line with number 0 too.
  if (traces.length > positions) return axes;
  const isUnset = (axis: LineAxis): boolean => axis.count === 1 && axis.first === 0;
  return isUnset(axes.inline) || isUnset(axes.crossline) ? null : axes;
}

function* numbersOf(numbers: Int32Array, traces: Int32Array): Generator<number> {
  for (const trace of traces) yield numbers[trace]!;
}

/**
 * Traces at (0, 0) carry no numbers, unless 0 continues the other traces' numbers: padding traces are often left so.
 * All traces where all are at (0, 0) but none carries any: an empty list.
 */
function tracesWithNumbers(inline: Int32Array, crossline: Int32Array): Int32Array {
  const numbered = new Int32Array(inline.length);
  let count = 0;
  for (let trace = 0; trace < inline.length; trace += 1) {
    if (inline[trace] !== 0 || crossline[trace] !== 0) numbered[count++] = trace;
  }
  const withNumbers = numbered.subarray(0, count);
  if (count === inline.length || count === 0) return withNumbers;
  const isContinued = [inline, crossline].every((numbers) => {
    const { first, last, step } = lineAxisFromNumbers(numbersOf(numbers, withNumbers));
    return first % step === 0 && first - step <= 0 && last + step >= 0;
  });
  return isContinued ? Int32Array.from(inline.keys()) : withNumbers;
}

/**
 * An arbitrary line through a cube touches no more positions than it crosses lines, not an area of them. Two lines
 * wide, that many positions may just as well be a small cube with holes; no more than the longer axis may not.
 */
function isPath({ inline, crossline }: Axes, traces: number): boolean {
  const [narrow, wide] = [inline.count, crossline.count].toSorted((a, b) => a - b) as [number, number];
  return (narrow > 2 && traces < narrow + wide) || (narrow > 1 && traces <= wide);
}

/** The strides of a complete table that follows two constant ones; null for any other. */
function regularOrder(traceAt: Int32Array, crosslines: number): TraceOrder | null {
  const firstTrace = traceAt[0]!;
  const inlines = traceAt.length / crosslines;
  const crosslineStride = crosslines > 1 ? traceAt[1]! - firstTrace : 0;
  const inlineStride = inlines > 1 ? traceAt[crosslines]! - firstTrace : 0;
  for (let i = 0, cell = 0; i < inlines; i += 1) {
    for (let j = 0; j < crosslines; j += 1, cell += 1) {
      const trace = traceAt[cell]!;
      if (trace === MISSING_TRACE || trace !== firstTrace + i * inlineStride + j * crosslineStride) return null;
    }
  }
  return { kind: 'regular', firstTrace, inlineStride, crosslineStride };
}

function gridFindings(unplaced: number, repeated: number, missing: number): Finding[] {
  const findings: Finding[] = [];
  if (missing > 0) {
    findings.push(warning('traces-missing', `Grid positions without a trace, shown as missing: ${missing}.`));
  }
  if (repeated > 0) {
    const message = `Traces on positions already taken, of which the first is shown: ${repeated}.`;
    findings.push(warning('traces-duplicate', message));
  }
  if (unplaced > 0) {
    const message = `Traces without line numbers, shown by trace number only: ${unplaced}.`;
    findings.push(warning('traces-unplaced', message));
  }
  return findings;
}
