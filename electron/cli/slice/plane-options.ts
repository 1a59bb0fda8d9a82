/** From the words of `crossline slice` to a plane of the survey. */
import {
  crosslineIndexOf,
  inlineIndexOf,
  nearestSampleIndex,
  sampleUnit,
  sampleValueAt,
} from '../../../shared/axes.ts';
import type { LineAxis, SampleAxis } from '../../../shared/axes.ts';
import { CrosslineError } from '../../../shared/errors.ts';
import type { SurveyPlane } from '../../../shared/slices.ts';
import type { SurveyInfo } from '../../../shared/survey.ts';
import { crosslineNumber, inlineNumber, lineIndex, sampleIndex, traceIndex } from '../../../shared/units.ts';
import type { LineIndex, SampleIndex } from '../../../shared/units.ts';

/** `first` is 0-based in the file. */
export interface TraceRange {
  readonly first: number;
  readonly count: number;
}

/** Exactly one is given. */
export interface PlaneOptions {
  readonly inline?: number | undefined;
  readonly crossline?: number | undefined;
  /** ms */
  readonly time?: number | undefined;
  /** m */
  readonly depth?: number | undefined;
  /** 0-based along the survey's sample axis. */
  readonly sample?: number | undefined;
  /** Along `line`, where that is given too. */
  readonly trace?: TraceRange | undefined;
  readonly gather?: GatherPosition | undefined;
  /** A name or a number counted from 1; all its traces where no `trace` is given. */
  readonly line?: string | undefined;
  /** A file that holds the line along which a cube is cut; `line` names it where it holds several. */
  readonly along?: string | undefined;
}

/** The inline is left out where there is one only. */
export interface GatherPosition {
  readonly inline: number | null;
  readonly crossline: number;
}

/** @throws CrosslineError usage */
export function requireOnePlane({ trace, line, along, ...others }: PlaneOptions): void {
  const given = [...Object.values(others), along ?? trace ?? line].filter((value) => value !== undefined);
  const isLineOfOther = line !== undefined && trace === undefined && along === undefined && given.length > 1;
  if (given.length === 1 && !isLineOfOther) return;
  throw new CrosslineError({
    code: 'usage',
    detail:
      'Exactly one of --inline, --crossline, --time, --depth, --sample, --gather, --along, --line and --trace is needed',
  });
}

/**
 * `options` must have passed `requireOnePlane`.
 * @throws CrosslineError out-of-range; wrong-domain for a time in a depth survey and the other way round (a survey of
 *   unknown domain takes both)
 */
export function planeOf(options: Omit<PlaneOptions, 'along'>, info: SurveyInfo): SurveyPlane {
  const { inline, crossline, time, depth, sample, trace, gather, line } = options;
  if (inline !== undefined) {
    const axis = gridAxis('Inline', inline, info.inline, info);
    const index = inlineIndexOf(axis, inlineNumber(inline));
    return { orientation: 'inline', index: index ?? throwOutOfRange('Inline', inline, lineRange(axis)) };
  }
  if (crossline !== undefined) {
    const axis = gridAxis('Crossline', crossline, info.crossline, info);
    const index = crosslineIndexOf(axis, crosslineNumber(crossline));
    return { orientation: 'crossline', index: index ?? throwOutOfRange('Crossline', crossline, lineRange(axis)) };
  }
  if (gather !== undefined) return gatherPlane(gather, info);
  if (line !== undefined) return linePlane(line, trace ?? null, info);
  if (trace !== undefined) return tracesPlane(trace, info.traceCount);
  if (time !== undefined) return { orientation: 'sample', index: nearestSample('time', time, info) };
  if (depth !== undefined) return { orientation: 'sample', index: nearestSample('depth', depth, info) };
  return { orientation: 'sample', index: storedSample(sample!, info) };
}

function nearestSample(asked: 'time' | 'depth', value: number, info: SurveyInfo): SampleIndex {
  const { samples } = info;
  const what = asked === 'time' ? 'Time' : 'Depth';
  if (samples.domain !== 'unknown' && samples.domain !== asked) {
    throw new CrosslineError({ code: 'wrong-domain', asked, domain: samples.domain });
  }
  gridAxis(what, value, info.inline, info);
  return nearestSampleIndex(samples, value) ?? throwOutOfRange(what, value, sampleRange(samples));
}

function storedSample(index: number, info: SurveyInfo): SampleIndex {
  gridAxis('Sample', index, info.inline, info);
  const { count } = info.samples;
  if (index < 0 || index >= count) throwOutOfRange('Sample', index, `0 to ${count - 1}`);
  return sampleIndex(index);
}

/** The axes are checked to have these numbers; a position without a trace is NaN. */
function gatherPlane({ inline, crossline }: GatherPosition, info: SurveyInfo): SurveyPlane {
  if (info.gathers === null) throwOutOfRange('Gather', crossline, 'none: the survey has one trace a position');
  const lines = gridAxis('Inline', inline ?? 0, info.inline, info);
  const crosslines = gridAxis('Crossline', crossline, info.crossline, info);
  const line = inline ?? (lines.count === 1 ? lines.first : throwOutOfRange('Gather', crossline, 'INLINE:CROSSLINE'));
  const inlineIndex = inlineIndexOf(lines, inlineNumber(line)) ?? throwOutOfRange('Inline', line, lineRange(lines));
  const index =
    crosslineIndexOf(crosslines, crosslineNumber(crossline)) ??
    throwOutOfRange(CROSSLINE_NAMES[info.gathers.positions], crossline, lineRange(crosslines));
  return { orientation: 'gather', index, inline: inlineIndex };
}

const CROSSLINE_NAMES = { bins: 'Crossline', cdps: 'CDP', shots: 'Field record' } as const;

export function linePlane(name: string, range: TraceRange | null, { lines }: SurveyInfo): LinePlane {
  const named = (lines?.lines ?? []).findIndex((line) => line.name === name);
  const index = named >= 0 ? named : Number(name) - 1;
  const line = lines?.lines[index];
  if (line === undefined) {
    const available = lines === null ? 'none: the survey holds no lines' : `1 to ${lines.lines.length}, or a name`;
    throw new CrosslineError({ code: 'out-of-range', what: 'Line', requested: index + 1, available });
  }
  const { first, count } = range ?? { first: 0, count: line.traceCount };
  return { ...tracesPlane({ first, count }, line.traceCount), line: lineIndex(index) };
}

type TracesPlane = Extract<SurveyPlane, { orientation: 'traces' }>;
type LinePlane = TracesPlane & { readonly line: LineIndex };

function tracesPlane({ first, count }: TraceRange, traceCount: number): TracesPlane {
  const last = first + count - 1;
  const outside = first < 0 || first >= traceCount ? first : last;
  if (outside >= traceCount || outside < 0) throwOutOfRange('Trace', outside, `0 to ${traceCount - 1}`);
  return { orientation: 'traces', index: traceIndex(first), count };
}

/** The axis of a cube; a survey without a grid has neither lines nor time slices. */
function gridAxis(what: string, requested: number, axis: LineAxis | null, { traceCount }: SurveyInfo): LineAxis {
  return axis ?? throwOutOfRange(what, requested, `its ${traceCount} traces (--trace), since it is no cube`);
}

const lineRange = ({ first, last, step }: LineAxis): string =>
  step === 1 ? `${first} to ${last}` : `${first} to ${last} in steps of ${step}`;

function sampleRange(axis: SampleAxis): string {
  const last = sampleValueAt(axis, axis.count - 1);
  return `${axis.firstSampleMs} to ${last} ${sampleUnit(axis.domain)}`.trim();
}

function throwOutOfRange(what: string, requested: number, available: string): never {
  throw new CrosslineError({ code: 'out-of-range', what, requested, available });
}
