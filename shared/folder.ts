/** What lies in a folder and beneath it, looked at without opening it for good. Plain data. */
import type { LineAxis, SampleAxis } from './axes.ts';
import type { JobId } from './contract.ts';
import type { CrosslineFault } from './errors.ts';
import type { HealthState } from './health/health-report.ts';
import type { CoordinateUnit } from './mapping/segy-mapping.ts';
import type { FindingSeverity, SurveyKind } from './survey.ts';

export interface FolderRequest {
  /** Chosen by the caller, for `FolderProgress`. */
  readonly requestId: number;
  readonly path: string;
}

/** Sent several times a second, and at the end. */
export interface FolderProgress {
  readonly requestId: number;
  /** For `cancelJob`. */
  readonly jobId: JobId;
  /** Files. */
  readonly done: number;
  readonly total: number;
  /** Those looked at since the last message, in no order. */
  readonly files: readonly FolderFile[];
}

export interface FolderExamined {
  /** The folder with every link resolved. */
  readonly path: string;
  readonly fileCount: number;
  /** There are more files than are looked at, or deeper ones. */
  readonly isCut: boolean;
}

export interface FolderFile {
  readonly path: string;
  /** From the folder on, with `/` between folders. */
  readonly name: string;
  readonly bytes: number;
  readonly modifiedMs: number;
  /** Null where it is no survey, or does not open. */
  readonly survey: SurveySummary | null;
  /** Why it does not open; null where it does. */
  readonly fault: CrosslineFault | null;
}

/** A survey in a line of a list. */
export interface SurveySummary {
  readonly kind: SurveyKind;
  /** E.g. "SEG-Y rev 1". */
  readonly format: string;
  readonly traceCount: number;
  readonly samples: SampleAxis;
  /** Null where there is no cube. */
  readonly inline: LineAxis | null;
  readonly crossline: LineAxis | null;
  /** Null where no trace has coordinates. */
  readonly box: WorldBox | null;
  readonly health: HealthSummary;
}

/** In the unit of the coordinates. */
export interface WorldBox {
  readonly minX: number;
  readonly maxX: number;
  readonly minY: number;
  readonly maxY: number;
  readonly unit: CoordinateUnit;
}

export interface HealthSummary {
  readonly state: HealthState;
  /** One sentence. */
  readonly verdict: string;
  /** Findings of each severity. */
  readonly counts: Readonly<Record<FindingSeverity, number>>;
}
