/**
 * The part of the contract that reads headers. Traces are named by row: of all traces in file order, or of those that a
 * filter matched. Rows and trace indices count from 0.
 */
import type { HeaderPlace } from '../mapping/header-place.ts';
import type { ByteOrder, SurveyId } from '../survey.ts';
import type { TracePlace } from '../trace-place.ts';
import type { HeaderColumn, WordStatistics } from './header-statistics.ts';

/** What a file has in the way of headers. */
export interface HeaderDescription {
  readonly byteOrder: ByteOrder;
  /** Of one trace header, its extensions included: 240, or a multiple. */
  readonly traceHeaderBytes: number;
  /** The 400 bytes from byte 3201 on; null where the file has none (Seismic Unix). */
  readonly binaryHeader: Uint8Array | null;
}

/** Traces that a filter matched. They are kept until they are dropped, or eight others have come. */
export type FilterId = number;

/** Which rows are meant: null, all traces. */
export interface HeaderRowsRequest {
  readonly surveyId: SurveyId;
  readonly filterId: FilterId | null;
}

export interface HeaderRows {
  readonly first: number;
  /** Trace index of each row. */
  readonly traces: Float64Array;
  /** [places, rows] in C order; integers of 64 bits are rounded to nearest beyond 2^53. */
  readonly values: Float64Array;
}

/** What takes a while can be cancelled by the id that its caller chose; `headerProgress` tells how far it is. */
export interface HeaderTask {
  readonly requestId: number;
}

export interface HeaderProgress extends HeaderTask {
  readonly done: number;
  readonly total: number;
}

export interface FilterMatches {
  readonly filterId: FilterId;
  readonly matchCount: number;
}

export interface FoundTrace {
  readonly row: number;
  readonly trace: number;
}

/** Rows that one call of `readTraceHeaders` gives at most, and values: rows times places. */
export const MOST_ROWS_A_CALL = 65_536;
export const MOST_VALUES_A_CALL = 2 ** 21;

export interface HeaderCalls {
  /** Null where the survey has no SEG-Y headers. */
  describeHeaders(surveyId: SurveyId): Promise<HeaderDescription | null>;
  /** The bytes of one trace header as they are stored. */
  readTraceHeader(surveyId: SurveyId, trace: number): Promise<Uint8Array>;
  readTraceHeaders(
    request: HeaderRowsRequest & {
      readonly first: number;
      readonly count: number;
      readonly places: readonly HeaderPlace[];
    },
  ): Promise<HeaderRows>;
  /**
   * Figures of each word over all rows.
   * @param request.most look at no more than so many rows, evenly spread; null: at all
   */
  summariseHeaders(
    request: HeaderRowsRequest & HeaderTask & { readonly places: readonly HeaderPlace[]; readonly most: number | null },
  ): Promise<readonly WordStatistics[]>;
  /** One word along the rows, reduced to at most `buckets` ranges to be drawn, with its figures and its histogram. */
  readHeaderColumn(
    request: HeaderRowsRequest &
      HeaderTask & {
        readonly place: HeaderPlace;
        readonly first: number;
        readonly count: number;
        readonly buckets: number;
      },
  ): Promise<HeaderColumn>;
  /** Evaluates an expression (see `filter/parse-filter.ts`) over all traces. Rejects with wrong-expression. */
  filterTraces(
    request: HeaderTask & { readonly surveyId: SurveyId; readonly expression: string },
  ): Promise<FilterMatches>;
  /** The first row from `from` on, forwards or backwards, that an expression matches; null where there is none. */
  findTrace(
    request: HeaderRowsRequest &
      HeaderTask & { readonly expression: string; readonly from: number; readonly direction: 1 | -1 },
  ): Promise<FoundTrace | null>;
  /** The row of a trace, or of the first behind it that the filter matched; the last where there is none. Null of no rows. */
  rowOfTrace(request: HeaderRowsRequest & { readonly trace: number }): Promise<FoundTrace | null>;
  /** Where the trace is seen; null where it is not, e.g. because another stands at its position. */
  locateTrace(surveyId: SurveyId, trace: number): Promise<TracePlace | null>;
  /** Lets go of a filter's matches. */
  dropFilter(filterId: FilterId): Promise<void>;
  /** Stops a task; it rejects as `cancelled`. */
  cancelHeaderTask(requestId: number): Promise<void>;
}
