/** What each format implements. The engine knows surveys only through this. */
import type { HeaderDescription } from '../../shared/headers/header-calls.ts';
import type { HeaderPlace } from '../../shared/mapping/header-place.ts';
import type { LineNavigation, NavigationRange } from '../../shared/navigation.ts';
import type { SamplePlace } from '../../shared/sample-place.ts';
import type { AmplitudeStatistics, SurveyInfo } from '../../shared/survey.ts';
import type { Decimation, SurveyPlane } from '../../shared/slices.ts';
import type { TextHeader } from '../../shared/text-header/text-header.ts';
import type { SliceOrigin } from '../../shared/timing.ts';
import type { TracePlace } from '../../shared/trace-place.ts';

/** What one read cost. Null: not measured on this system. Milliseconds of wall time. */
export interface ReadReport {
  readonly readMs: number;
  readonly decodeMs: number;
  /** Averaging the traces of each position, or of those round it; left out where nothing was averaged. */
  readonly stackMs?: number;
  readonly bytesRead: number;
  readonly residentShare: number | null;
  readonly majorFaults: number | null;
  readonly origin: SliceOrigin;
  /** Which of the orders in which the file holds its samples was read; left out where it has one. */
  readonly layout?: string;
}

export interface SliceRead extends ReadReport {
  /** As in `SliceReply.traceStatus`. */
  readonly traceStatus: Uint8Array | null;
}

/** A header word, big or little as the file is. */
export type HeaderWord = HeaderPlace;

export interface SurveySource {
  readonly info: SurveyInfo;
  /** A time slice costs the more the more traces it has, so that a few of them tell what all would take. */
  readonly paysByTrace: boolean;
  /**
   * Called when the source learns more (a scan ended). `hasSameSlices`: those read before are what would be read now.
   * Returns the listener's removal.
   */
  onInfo(listener: (info: SurveyInfo, hasSameSlices: boolean) => void): () => void;
  /**
   * Fills `into` with the plane in C order (see `SurveyPlane`), missing traces NaN. `into.length` must be the product of
   * `planeShape`. Once the promise has settled, aborted or not, nothing writes to `into` any more.
   * @throws CrosslineError out-of-range, cancelled, file-changed, io-failed
   */
  readSlice(plane: SurveyPlane, decimation: Decimation, into: Float32Array, signal: AbortSignal): Promise<SliceRead>;
  /**
   * The traces of a cube's positions (`inline index * crosslines + crossline index`, in any order), every `every`-th sample of
   * each from the first on: [cells, samples] in C order, missing traces NaN.
   * @throws CrosslineError out-of-range; usage where the survey is no cube; cancelled, file-changed, io-failed
   */
  readGridTraces(cells: Int32Array, every: number, into: Float32Array, signal: AbortSignal): Promise<SliceRead>;
  /** Whole traces in file order, [count, samples] in C order. */
  readTraces(first: number, count: number, into: Float32Array, signal: AbortSignal): Promise<ReadReport>;
  /**
   * The stored value in decimal, exact where a Float32 is not (see `exactWordText`); null where no sample is stored.
   * @throws CrosslineError out-of-range, cancelled, file-changed, io-failed
   */
  readExactSample(place: SamplePlace, signal: AbortSignal): Promise<string | null>;
  /**
   * How many traces round one of a grid that was just read, by their order in the file, have the page of that sample in memory:
   * what the system read ahead. Null where that cannot be told.
   */
  fetchedAround(place: Extract<SamplePlace, { readonly inline: unknown }>): number | null;
  /** One array a word, for `count` traces from `first` on in file order, every `step`-th (default: every one). */
  readHeaders(
    words: readonly HeaderWord[],
    first: number,
    count: number,
    signal: AbortSignal,
    step?: number,
  ): Promise<Float64Array[]>;
  /** Null where the format has no SEG-Y headers. */
  describeHeaders(): Promise<HeaderDescription | null>;
  /** One trace header as it is stored, its extensions included; empty where the format has none. */
  readTraceHeader(trace: number): Promise<Uint8Array>;
  /** Where a trace of the file is seen; null where it is not. */
  locateTrace(trace: number): TracePlace | null;
  /**
   * Where traces of a 2D line are; known, so that nothing is read.
   * @throws CrosslineError out-of-range
   */
  navigation(range: NavigationRange): LineNavigation;
  /** In file order; none where the format has none. */
  readTextHeaders(): Promise<readonly TextHeader[]>;
  readStatistics(signal: AbortSignal): Promise<AmplitudeStatistics>;
  /** Waits for reads in flight, then releases the file exactly once. Later calls do nothing. */
  close(): Promise<void>;
}
