/** Slices: what is asked for, and the view that comes back. */
import type { CrosslineIndex, InlineIndex, LineIndex, OffsetIndex, SampleIndex, TraceIndex } from './units.ts';
import { offsetCount } from './axes.ts';
import type { AlongInterpolation } from './geometry/along/trace-weights.ts';
import type { SurveyId, SurveyInfo } from './survey.ts';
import type { EngineTiming } from './timing.ts';

/**
 * Which trace of each position a plane through gathers shows. It is a part of the plane, and so of every request and
 * cache key, rather than a state of the survey: two views may show two offsets of one survey at the same time.
 */
export type TraceSelection =
  /** 0-based along the survey's `OffsetAxis`. */
  | { readonly kind: 'offset'; readonly index: OffsetIndex }
  /** The mean of each position's live traces, sample by sample; samples that are NaN do not count. */
  | { readonly kind: 'stack' };

/**
 * A plane through a survey and the axis order of its slice (rows, columns), lines ascending:
 * inline [crosslines, samples], crossline [inlines, samples], sample [inlines, crosslines], gather [offsets, samples],
 * traces [traces, samples].
 */
export type SurveyPlane =
  | { readonly orientation: 'inline'; readonly index: InlineIndex; readonly selection?: TraceSelection }
  | { readonly orientation: 'crossline'; readonly index: CrosslineIndex; readonly selection?: TraceSelection }
  | { readonly orientation: 'sample'; readonly index: SampleIndex; readonly selection?: TraceSelection }
  /** All traces of one position of gathers. */
  | { readonly orientation: 'gather'; readonly index: CrosslineIndex; readonly inline: InlineIndex }
  /** Traces along a line of `SurveyInfo.lines`; without one in file order, which every kind of survey answers. */
  | {
      readonly orientation: 'traces';
      readonly index: TraceIndex;
      readonly count: number;
      readonly line?: LineIndex;
    };

export type Orientation = SurveyPlane['orientation'];

/**
 * The section of a cube along a 2D line of another survey, [traces of the line, samples of the cube]. A trace of the line that
 * lies outside the cube is missing.
 */
export interface AlongPlane {
  readonly orientation: 'along';
  /** The survey that holds the line. */
  readonly profile: SurveyId;
  readonly line: LineIndex;
  /** Along the line. */
  readonly index: TraceIndex;
  readonly count: number;
  readonly interpolation: AlongInterpolation;
}

export type SlicePlane = SurveyPlane | AlongPlane;
export type PlaneKind = SlicePlane['orientation'];

/** Every n-th row and column, starting with the first; 1 and 1 for the exact slice. */
export interface Decimation {
  readonly rows: number;
  readonly columns: number;
}
export const NO_DECIMATION: Decimation = { rows: 1, columns: 1 };

/** Row-major view over a buffer: element (r, c) is `data[offset + r * strides[0] + c * strides[1]]`. Strides in elements. */
export interface SliceView {
  readonly data: Float32Array;
  readonly offset: number;
  readonly shape: readonly [rows: number, columns: number];
  readonly strides: readonly [row: number, column: number];
}

/** Whether a position holds a trace: `dead` has stored values but carries no signal, `missing` has no trace (NaN). */
export const TRACE_LIVE = 0;
export const TRACE_DEAD = 1;
export const TRACE_MISSING = 2;

/** `prefetch` is read only while no visible slice waits, and is not sent to the page: it fills the engine's cache. */
export type SlicePriority = 'visible' | 'prefetch';

export interface SliceRequest {
  /** Unique in its client and increasing. */
  readonly requestId: number;
  readonly surveyId: SurveyId;
  readonly plane: SlicePlane;
  readonly decimation: Decimation;
  /** Requests of one stream replace one another: only the latest is worth reading. E.g. "inline", "inline:coarse". */
  readonly stream: string;
  /** A time slice that would take long rejects as `slow-slice` instead, which tells how long and what comes soon. */
  readonly unlessSlow?: boolean;
}

export interface SliceReply {
  readonly requestId: number;
  readonly surveyId: SurveyId;
  readonly plane: SlicePlane;
  readonly decimation: Decimation;
  /** Compact (C order) when it crossed a wire. */
  readonly view: SliceView;
  /**
   * TRACE_* of each row (inline, crossline, gather, traces, along) or of each cell in C order (sample); null where all are live.
   * Of a stack: dead where all traces of the position are.
   */
  readonly traceStatus: Uint8Array | null;
  readonly timing: EngineTiming;
}

export interface PlaneCounts {
  readonly inlines: number;
  readonly crosslines: number;
  readonly samples: number;
  /** Of the offset axis; 1 where there is none. */
  readonly offsets: number;
}

/** No lines where the survey has no grid. */
export const planeCounts = ({ inline, crossline, samples, gathers }: SurveyInfo): PlaneCounts => ({
  inlines: inline?.count ?? 0,
  crosslines: crossline?.count ?? 0,
  samples: samples.count,
  offsets: gathers === null ? 1 : offsetCount(gathers.offsets),
});

export function planeShape(
  plane: SlicePlane,
  counts: PlaneCounts,
  decimation: Decimation,
): [rows: number, columns: number] {
  const every = (count: number, step: number): number => Math.ceil(count / step);
  switch (plane.orientation) {
    case 'inline':
      return [every(counts.crosslines, decimation.rows), every(counts.samples, decimation.columns)];
    case 'crossline':
      return [every(counts.inlines, decimation.rows), every(counts.samples, decimation.columns)];
    case 'sample':
      return [every(counts.inlines, decimation.rows), every(counts.crosslines, decimation.columns)];
    case 'gather':
      return [every(counts.offsets, decimation.rows), every(counts.samples, decimation.columns)];
    case 'traces':
    case 'along':
      return [every(plane.count, decimation.rows), every(counts.samples, decimation.columns)];
  }
}

/** Two planes are the same exactly where their keys are. */
export function planeKey(plane: SlicePlane): string {
  const key = `${plane.orientation}:${plane.index}`;
  switch (plane.orientation) {
    case 'gather':
      return `${key},${plane.inline}`;
    case 'traces':
      return `${key}+${plane.count}${plane.line === undefined ? '' : `#${plane.line}`}`;
    case 'along':
      return `${key}+${plane.count}#${plane.line} of ${plane.profile}, ${plane.interpolation}`;
    default:
      return plane.selection === undefined ? key : `${key}@${selectionKey(plane.selection)}`;
  }
}

export const selectionKey = (selection: TraceSelection): string =>
  selection.kind === 'stack' ? 'stack' : String(selection.index);

export const compactView = (data: Float32Array, rows: number, columns: number): SliceView => ({
  data,
  offset: 0,
  shape: [rows, columns],
  strides: [columns, 1],
});

export const transposed = ({ data, offset, shape, strides }: SliceView): SliceView => ({
  data,
  offset,
  shape: [shape[1], shape[0]],
  strides: [strides[1], strides[0]],
});

export const decimated = ({ data, offset, shape, strides }: SliceView, { rows, columns }: Decimation): SliceView => ({
  data,
  offset,
  shape: [Math.ceil(shape[0] / rows), Math.ceil(shape[1] / columns)],
  strides: [strides[0] * rows, strides[1] * columns],
});

export const isCompact = ({ shape, strides }: SliceView): boolean => strides[1] === 1 && strides[0] === shape[1];

export const sampleAt = ({ data, offset, strides }: SliceView, row: number, column: number): number =>
  data[offset + row * strides[0] + column * strides[1]]!;

/** The view's elements in C order: a subarray where the view is compact, a copy otherwise. */
export function compactData(view: SliceView): Float32Array {
  const { data, offset, shape, strides } = view;
  const [rows, columns] = shape;
  if (isCompact(view)) return data.subarray(offset, offset + rows * columns);
  const out = new Float32Array(rows * columns);
  let target = 0;
  for (let row = 0; row < rows; row += 1) {
    let source = offset + row * strides[0];
    for (let column = 0; column < columns; column += 1, source += strides[1]) out[target++] = data[source]!;
  }
  return out;
}
