/** Slices: what is asked for, and the view that comes back. */
import type { CrosslineIndex, InlineIndex, SampleIndex, TraceIndex } from './units.ts';
import type { SurveyId } from './survey.ts';
import type { EngineTiming } from './timing.ts';

/**
 * A plane through a survey and the axis order of its slice (rows, columns), lines ascending:
 * inline [crosslines, samples], crossline [inlines, samples], sample [inlines, crosslines], traces [traces, samples].
 */
export type SlicePlane =
  | { readonly orientation: 'inline'; readonly index: InlineIndex }
  | { readonly orientation: 'crossline'; readonly index: CrosslineIndex }
  | { readonly orientation: 'sample'; readonly index: SampleIndex }
  /** Traces in file order, whatever their geometry; every kind of survey answers it. */
  | { readonly orientation: 'traces'; readonly index: TraceIndex; readonly count: number };

export type Orientation = SlicePlane['orientation'];

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
}

export interface SliceReply {
  readonly requestId: number;
  readonly surveyId: SurveyId;
  readonly plane: SlicePlane;
  readonly decimation: Decimation;
  /** Compact (C order) when it crossed a wire. */
  readonly view: SliceView;
  /**
   * TRACE_* of each row (inline, crossline, traces) or of each cell in C order (sample); null where all are live.
   */
  readonly traceStatus: Uint8Array | null;
  readonly timing: EngineTiming;
}

export function planeShape(
  plane: SlicePlane,
  counts: { readonly inlines: number; readonly crosslines: number; readonly samples: number },
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
    case 'traces':
      return [every(plane.count, decimation.rows), every(counts.samples, decimation.columns)];
  }
}

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
