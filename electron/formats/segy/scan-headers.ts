/** Reads the geometry words of every trace header, and looks for traces without signal, block by block. */
import type { OpenFile } from '../../native/native-reader.ts';
import type { PlacedWords } from './geometry-places.ts';
import { firstSampleMs } from './scaled-words.ts';
import { TRACE_WORDS } from './trace-header.ts';
import type { TraceLayout } from './trace-layout.ts';
import { findZeroTraces, gatherTraceColumns } from './trace-runs.ts';

/** One element a trace, in file order: about 60 bytes a trace in all. */
export interface ScannedHeaders {
  readonly inline: Int32Array;
  readonly crossline: Int32Array;
  /** World coordinates as stored, to be scaled by `coordinateScalar`. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly coordinateScalar: Float64Array;
  readonly coordinateUnits: Int32Array;
  readonly cdp: Int32Array;
  readonly fieldRecord: Int32Array;
  readonly offset: Int32Array;
  /** ms, or metres in depth surveys; NaN for traces marked as dead, whose delay is often unset. */
  readonly firstSampleMs: Float64Array;
  /** 1: marked as dead (trace id code 2) or all samples zero. */
  readonly isDead: Uint8Array;
}

export interface ScanOptions {
  readonly signal: AbortSignal | null;
  /** Traces done, of all. */
  readonly onProgress: (done: number, total: number) => void;
}

const TRACE_ID_DEAD = 2;

/** @throws CrosslineError cancelled, file-changed, io-failed */
export async function scanHeaders(
  file: OpenFile,
  layout: TraceLayout,
  { places, scalarValue }: PlacedWords,
  { signal, onProgress }: ScanOptions,
): Promise<ScannedHeaders> {
  const { traceCount } = layout;
  const headers = allocate(traceCount);
  const times = allocateTimes(traceCount);
  const gathered = [
    { word: places.inline, column: headers.inline },
    { word: places.crossline, column: headers.crossline },
    { word: places.x, column: headers.x },
    { word: places.y, column: headers.y },
    { word: places.scalar, column: headers.coordinateScalar },
    { word: places.cdp, column: headers.cdp },
    { word: places.offset, column: headers.offset },
    { word: TRACE_WORDS.coordinateUnits, column: headers.coordinateUnits },
    { word: TRACE_WORDS.fieldRecord, column: headers.fieldRecord },
    { word: TRACE_WORDS.traceId, column: times.traceId },
    { word: TRACE_WORDS.delay, column: times.delay },
    { word: TRACE_WORDS.lag, column: times.lag },
    { word: TRACE_WORDS.timeScalar, column: times.timeScalar },
  ];
  const words = gathered.map(({ word }) => word);
  for (const run of growingRuns(traceCount)) {
    const end = run.first + run.count;
    const columns = gathered.map(({ column }) => column.subarray(run.first, end));
    const [isZero] = await Promise.all([
      findZeroTraces(file, layout, run, signal),
      gatherTraceColumns(file, layout, run, words, columns, signal),
    ]);
    headers.isDead.set(isZero, run.first);
    onProgress(end, traceCount);
  }
  if (scalarValue !== null) headers.coordinateScalar.fill(scalarValue);
  storeTimes(headers, times);
  return headers;
}

/** Small enough for progress several times a second even on a slow disk, and to show how fast the file is. */
const FIRST_RUN_TRACES = 16_384;
/** A second from a cold SSD, 25 ms from memory. */
const LONGEST_RUN_TRACES = 1_048_576;
/** A run as long as this one lasted shorter than this: it may be longer. */
const SHORT_RUN_MS = 50;
const GROWTH = 8;

/** All traces, in runs that grow while the file is read fast: from memory a run costs little more than its start. */
function* growingRuns(traceCount: number): Generator<{ readonly first: number; readonly count: number }> {
  let most = FIRST_RUN_TRACES;
  for (let first = 0; first < traceCount;) {
    const count = Math.min(most, traceCount - first);
    const started = performance.now();
    yield { first, count };
    const isShort = performance.now() - started < SHORT_RUN_MS;
    most = isShort ? Math.min(most * GROWTH, LONGEST_RUN_TRACES) : FIRST_RUN_TRACES;
    first += count;
  }
}

const allocate = (count: number): ScannedHeaders => ({
  inline: new Int32Array(count),
  crossline: new Int32Array(count),
  x: new Float64Array(count),
  y: new Float64Array(count),
  coordinateScalar: new Float64Array(count),
  coordinateUnits: new Int32Array(count),
  cdp: new Int32Array(count),
  fieldRecord: new Int32Array(count),
  offset: new Int32Array(count),
  firstSampleMs: new Float64Array(count),
  isDead: new Uint8Array(count),
});

/** What dead traces and first samples are told by. */
interface TimeWords {
  readonly traceId: Int32Array;
  readonly delay: Int32Array;
  readonly lag: Int32Array;
  readonly timeScalar: Int32Array;
}

const allocateTimes = (count: number): TimeWords => ({
  traceId: new Int32Array(count),
  delay: new Int32Array(count),
  lag: new Int32Array(count),
  timeScalar: new Int32Array(count),
});

function storeTimes(headers: ScannedHeaders, { traceId, delay, lag, timeScalar }: TimeWords): void {
  const { isDead, firstSampleMs: first } = headers;
  for (let trace = 0; trace < traceId.length; trace += 1) {
    const isMarkedDead = traceId[trace] === TRACE_ID_DEAD;
    if (isMarkedDead) isDead[trace] = 1;
    first[trace] = isMarkedDead ? Number.NaN : firstSampleMs(delay[trace]!, lag[trace]!, timeScalar[trace]!);
  }
}
