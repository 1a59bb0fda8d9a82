/** The 2D lines of a file. Plain data, structured-clonable. */
import type { LineSplit } from '../../../shared/mapping/segy-mapping.ts';
import type { SplitChoice } from '../../../shared/survey.ts';

/** Arrays have one element a trace, along the line. */
export interface TraceLine {
  readonly name: string;
  /** 0-based in the file, ascending. */
  readonly traces: Int32Array;
  readonly cdp: Int32Array;
  /** Null where no trace has one. */
  readonly shotPoint: Float64Array | null;
  /** World positions; NaN where a trace has none. Null where no trace has. */
  readonly positions: LinePositions | null;
}

export interface LinePositions {
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** Along the line from its first position; between neighbours where a trace has no position of its own. */
  readonly distance: Float64Array;
}

export interface TraceLines {
  readonly split: LineSplit;
  readonly choices: readonly SplitChoice[];
  /** In the order of their first traces. */
  readonly lines: readonly TraceLine[];
}
