/** What of a cube is cut out: ranges in its own numbers, and the positions that lie in them. */
import { sampleUnit, sampleValueAt, type LineAxis, type SampleAxis } from '../../../shared/axes.ts';
import { CrosslineError } from '../../../shared/errors.ts';

/** Both ends belong to it. */
export interface NumberRange {
  readonly from: number;
  readonly to: number;
}

export interface CutRanges {
  /** Null: all. */
  readonly inlines: NumberRange | null;
  readonly crosslines: NumberRange | null;
  /** In ms, or metres where the domain is depth. */
  readonly time: NumberRange | null;
}

/** Positions from `first` on, counted from 0. */
export interface IndexRange {
  readonly first: number;
  readonly count: number;
}

export interface CutPositions {
  readonly inline: IndexRange;
  readonly crossline: IndexRange;
  readonly sample: IndexRange;
}

export interface CubeAxes {
  readonly inline: LineAxis;
  readonly crossline: LineAxis;
  readonly samples: SampleAxis;
}

/** @throws CrosslineError out-of-range: an end lies outside the survey, or nothing between them; usage: they are turned round */
export function cutPositions(ranges: CutRanges, { inline, crossline, samples }: CubeAxes): CutPositions {
  return {
    inline: linesIn(ranges.inlines, inline, 'Inline'),
    crossline: linesIn(ranges.crosslines, crossline, 'Crossline'),
    sample: samplesIn(ranges.time, samples),
  };
}

function linesIn(range: NumberRange | null, axis: LineAxis, what: string): IndexRange {
  if (range === null) return { first: 0, count: axis.count };
  const { first, last, step } = axis;
  const steps = step === 1 ? '' : ` in steps of ${step}`;
  checkEnds(range, first, last, what, `${first} to ${last}${steps}`);
  const from = Math.ceil((range.from - first) / step);
  const to = Math.floor((range.to - first) / step);
  if (to < from) throw nothingBetween(range, what, `${first} to ${last}${steps}`);
  return { first: from, count: to - from + 1 };
}

/** Of an interval: numbers in decimal are not exactly those of samples. */
const NEAR = 1e-6;

function samplesIn(range: NumberRange | null, axis: SampleAxis): IndexRange {
  if (range === null) return { first: 0, count: axis.count };
  const interval = axis.sampleIntervalUs / 1000;
  const [first, last] = [axis.firstSampleMs, sampleValueAt(axis, axis.count - 1)];
  const what = axis.domain === 'depth' ? 'Depth' : 'Time';
  const available = `${first} to ${last} ${sampleUnit(axis.domain)}`.trimEnd();
  checkEnds(range, first - NEAR * interval, last + NEAR * interval, what, available);
  const from = Math.max(0, Math.ceil((range.from - first) / interval - NEAR));
  const to = Math.min(axis.count - 1, Math.floor((range.to - first) / interval + NEAR));
  if (to < from) throw nothingBetween(range, what, `${available}, ${interval} apart`);
  return { first: from, count: to - from + 1 };
}

function checkEnds({ from, to }: NumberRange, first: number, last: number, what: string, available: string): void {
  if (from > to) {
    throw new CrosslineError({ code: 'usage', detail: `${what} range ${from}:${to} ends before it begins` });
  }
  for (const end of [from, to]) {
    if (end < first || end > last) throw new CrosslineError({ code: 'out-of-range', what, requested: end, available });
  }
}

const nothingBetween = ({ from, to }: NumberRange, what: string, available: string): CrosslineError =>
  new CrosslineError({
    code: 'usage',
    detail: `${what} range ${from}:${to} lies between two of the survey's (${available})`,
  });
