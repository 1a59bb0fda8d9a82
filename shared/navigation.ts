/** Where the traces of a 2D line are. */
import type { SurveyId } from './survey.ts';
import type { LineIndex, TraceIndex } from './units.ts';

export interface NavigationRange {
  readonly line: LineIndex;
  /** Along the line. */
  readonly first: TraceIndex;
  readonly count: number;
  /** Every n-th trace of them, starting with the first: for a map a few hundred points are enough. */
  readonly every: number;
}

export interface NavigationRequest extends NavigationRange {
  readonly surveyId: SurveyId;
}

/** One element a trace. */
export interface LineNavigation {
  /** 0-based in the file. */
  readonly trace: Int32Array;
  readonly cdp: Int32Array;
  /** Null where no trace of the line has one. */
  readonly shotPoint: Float64Array | null;
  /** Null where no trace of the line has coordinates, or where they are angles. */
  readonly positions: {
    /** World coordinates; NaN where a trace has none. */
    readonly x: Float64Array;
    readonly y: Float64Array;
    /** From the line's first position along the line, in the unit of the coordinates. */
    readonly distance: Float64Array;
  } | null;
}
