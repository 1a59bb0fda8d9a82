/** What the program knows of an open survey. Plain data: it crosses every transport as it is. */
import type { LineAxis, OffsetAxis, SampleAxis } from './axes.ts';
import type { WorldFitQuality } from './geometry/world-fit.ts';
import type { WorldFromGrid } from './geometry/world-from-grid.ts';
import type { TraceIndex } from './units.ts';
import type { LineSplit, MappingOverrides, MappingState } from './mapping/segy-mapping.ts';

export type SurveyId = string;

/** `traces`: no geometry that we know; shown as a section by trace number. */
export type SurveyKind = 'cube' | 'line' | 'gathers' | 'traces';

export type ByteOrder = 'big' | 'little';

/** What gathers are gathered at, and what tells the traces of one apart. */
export interface GatherAxes {
  /**
   * `bins` of a grid of inlines and crosslines. `cdps` along lines, `shots`: then the crossline axis counts the CDP or
   * field record numbers, and the inline axis the lines.
   */
  readonly positions: 'bins' | 'cdps' | 'shots';
  readonly offsets: OffsetAxis;
}

export interface NumberRange {
  readonly first: number;
  readonly last: number;
}

/** One 2D line of a file. */
export interface LineInfo {
  /** E.g. "Line 12", or what the file calls it. */
  readonly name: string;
  readonly traceCount: number;
  /** 0-based in the file. */
  readonly firstTrace: TraceIndex;
  /** At the first and the last trace; null where unset or all equal. */
  readonly cdp: NumberRange | null;
  readonly shotPoint: NumberRange | null;
  /** Along the line, in the unit of the coordinates; null where the positions are not known. */
  readonly length: number | null;
}

/** How the file would be split into lines. */
export interface SplitChoice {
  readonly split: LineSplit;
  /** E.g. "Inline number". */
  readonly label: string;
  readonly lineCount: number;
}

export interface LineSet {
  /** By which the file is split. */
  readonly split: LineSplit;
  /** The plausible ways, with `none` first. */
  readonly choices: readonly SplitChoice[];
  /** At least one, in the order of their first traces. */
  readonly lines: readonly LineInfo[];
}

/** Code of SEG-Y's binary header bytes 3225-3226. */
export interface SampleFormat {
  readonly code: number;
  /** As the standard calls it, e.g. "4-byte IBM floating-point". */
  readonly name: string;
}

export type FindingSeverity = 'info' | 'warning' | 'error';

/** Something the reader noticed. `code` is stable and kebab-case. */
export interface Finding {
  readonly code: string;
  readonly severity: FindingSeverity;
  /** What was found, and where: one or two sentences that name the bytes. */
  readonly message: string;
  /** What the reader assumed because of it. */
  readonly assumed?: string;
  /** What would change if that is wrong. */
  readonly effect?: string;
  /** What of the file is not shown because of it, in a few words: "12 traces lost at the end". */
  readonly lost?: string;
  /** Other readings that one click tries. */
  readonly remedies?: readonly Remedy[];
}

/** Overrides that read the file another way; they join those that it is read by. */
export interface Remedy {
  /** E.g. "Use 462 samples a trace". */
  readonly label: string;
  readonly overrides: MappingOverrides;
}

/** `sampled`: derived from a few headers. `scanned`: every trace header was read. `indexed`: from the index of an earlier scan. */
export type GeometryState = 'sampled' | 'scanned' | 'indexed';

export interface SurveyInfo {
  readonly id: SurveyId;
  readonly name: string;
  /** Absolute path; null for a synthetic source. */
  readonly path: string | null;
  readonly kind: SurveyKind;
  /** E.g. "SEG-Y rev 1". */
  readonly format: string;
  readonly fileBytes: number;
  readonly traceCount: number;
  readonly samples: SampleAxis;
  readonly sampleFormat: SampleFormat;
  readonly byteOrder: ByteOrder;
  /** Null where there is no grid. */
  readonly inline: LineAxis | null;
  readonly crossline: LineAxis | null;
  /** Null where no position has more than one trace, or where positions make no grid. */
  readonly gathers: GatherAxes | null;
  /** Null where the file holds no 2D lines, or until every header was read. */
  readonly lines: LineSet | null;
  /** World coordinates (easting, northing; metres unless a finding says otherwise) of grid positions; null if unknown. */
  readonly worldFromGrid: WorldFromGrid | null;
  /** How well the traces' coordinates follow `worldFromGrid`; null where it is null. */
  readonly worldFit: WorldFitQuality | null;
  /** Grid positions without a trace; null until every header was read. */
  readonly missingTraceCount: number | null;
  /** Traces on positions (of gathers: and offsets) that another has already; null where there is no grid. */
  readonly duplicateTraceCount: number | null;
  /** Trace id code 2 or all samples zero; null until every trace was looked at. */
  readonly deadTraceCount: number | null;
  readonly geometryState: GeometryState;
  /** How the file is read, and why; null for what is no SEG-Y. */
  readonly mapping: MappingState | null;
  /** How an HDF5 file that another program wrote is read, all of it (see `DatasetMapping`); null of any other. */
  readonly dataset: MappingOverrides | null;
  readonly findings: readonly Finding[];
}

/** Amplitudes of a seeded sample of live traces, or of all of them where the survey is small. */
export interface AmplitudeStatistics {
  readonly min: number;
  readonly max: number;
  readonly rms: number;
  /** Finite samples that were counted. */
  readonly sampleCount: number;
  /** Share of the survey's traces that were read, 0 to 1. */
  readonly tracesShare: number;
  /** Bin counts over [histogramMin, histogramMax], equal widths. */
  readonly histogram: Uint32Array;
  readonly histogramMin: number;
  readonly histogramMax: number;
  /** `absPercentiles[p]` is the p-th percentile of |amplitude|, p = 0 to 100; length 101. */
  readonly absPercentiles: Float32Array;
}
