/** Reads the geometry words of every trace header, and looks for traces without signal, block by block. */
import type { HeaderPlace } from '../../../shared/mapping/header-place.ts';
import { columnTypeOf, createColumn } from '../../native/header-column.ts';
import type { HeaderColumn, OpenFile } from '../../native/native-reader.ts';
import { distinctValues } from './distinct-values.ts';
import type { PlacedWords } from './geometry-places.ts';
import { firstSampleMs } from './scaled-words.ts';
import { TRACE_WORDS, type TraceWord } from './trace-header.ts';
import type { TraceLayout } from './trace-layout.ts';
import { findZeroTraces, gatherTraceColumns } from './trace-runs.ts';
import { findUnreadable, usualWords, type UsualWords } from './unreadable-headers.ts';

/** One element a trace, in file order: about 40 bytes a trace in all. */
export interface ScannedHeaders {
  readonly inline: Int32Array;
  readonly crossline: Int32Array;
  /** World coordinates as stored, to be scaled by `coordinateScalar`. */
  readonly x: HeaderColumn;
  readonly y: HeaderColumn;
  readonly coordinateScalar: HeaderColumn;
  /** The codes that occur. */
  readonly coordinateUnits: ReadonlySet<number>;
  readonly cdp: Int32Array;
  readonly fieldRecord: Int32Array;
  readonly offset: Int32Array;
  /** ms, or metres in depth surveys; NaN for traces marked as dead, whose delay is often unset. */
  readonly firstSampleMs: Float64Array;
  /** 1: marked as dead (trace id code 2), all samples zero, or unreadable. */
  readonly isDead: Uint8Array;
  /** Traces of which nothing was read, since their headers are junk. */
  readonly unreadable: readonly number[];
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
  const headers = allocate(traceCount, places);
  const kept = [
    { word: places.inline, column: headers.inline },
    { word: places.crossline, column: headers.crossline },
    { word: places.x, column: headers.x },
    { word: places.y, column: headers.y },
    { word: places.scalar, column: headers.coordinateScalar },
    { word: places.cdp, column: headers.cdp },
    { word: places.offset, column: headers.offset },
    { word: TRACE_WORDS.fieldRecord, column: headers.fieldRecord },
  ];
  const units = new Set<number>();
  const unreadable: number[] = [];
  let usual: UsualWords | null = null;
  for (const run of growingRuns(traceCount)) {
    const end = run.first + run.count;
    const passing = allocatePassing(run.count);
    const gathered = [
      ...kept.map(({ word, column }) => ({ word, into: column.subarray(run.first, end) })),
      ...PASSING.map((name) => ({ word: TRACE_WORDS[name], into: passing[name] })),
    ];
    const words = gathered.map(({ word }) => word);
    const columns = gathered.map(({ into }) => into);
    const [isZero] = await Promise.all([
      findZeroTraces(file, layout, run, signal),
      gatherTraceColumns(file, layout, run, words, columns, signal),
    ]);
    headers.isDead.set(isZero, run.first);
    storePassing(headers, run.first, passing);
    usual ??= usualWords(passing, layout);
    const scalars = headers.coordinateScalar.subarray(run.first, end);
    for (const i of usual === null ? [] : findUnreadable(passing, scalars, usual)) {
      unreadable.push(run.first + i);
      passing.coordinateUnits[i] = 0;
    }
    for (const unit of distinctValues(passing.coordinateUnits)) units.add(unit);
    onProgress(end, traceCount);
  }
  clear(headers, unreadable);
  const coordinateScalar =
    scalarValue === null ? headers.coordinateScalar : new Float64Array(traceCount).fill(scalarValue);
  return { ...headers, coordinateScalar, coordinateUnits: units, unreadable };
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

type KeptColumns = Omit<ScannedHeaders, 'coordinateUnits' | 'unreadable'>;

function allocate(count: number, { x, y, scalar }: PlacedWords['places']): KeptColumns {
  const columnFor = (place: HeaderPlace): HeaderColumn => createColumn(columnTypeOf(place), count);
  return {
    inline: new Int32Array(count),
    crossline: new Int32Array(count),
    x: columnFor(x),
    y: columnFor(y),
    coordinateScalar: columnFor(scalar),
    cdp: new Int32Array(count),
    fieldRecord: new Int32Array(count),
    offset: new Int32Array(count),
    firstSampleMs: new Float64Array(count),
    isDead: new Uint8Array(count),
  };
}

/** Words of which less than a column is kept. */
const PASSING = [
  'traceId',
  'delay',
  'lag',
  'timeScalar',
  'coordinateUnits',
  'sampleCount',
  'sampleIntervalUs',
] as const satisfies readonly TraceWord[];

/** Of one run. */
type PassingWords = Readonly<Record<(typeof PASSING)[number], Int32Array>>;

const allocatePassing = (count: number): PassingWords => ({
  traceId: new Int32Array(count),
  delay: new Int32Array(count),
  lag: new Int32Array(count),
  timeScalar: new Int32Array(count),
  coordinateUnits: new Int32Array(count),
  sampleCount: new Int32Array(count),
  sampleIntervalUs: new Int32Array(count),
});

function storePassing(
  { isDead, firstSampleMs: firstOf }: Pick<ScannedHeaders, 'isDead' | 'firstSampleMs'>,
  first: number,
  { traceId, delay, lag, timeScalar }: PassingWords,
): void {
  for (let i = 0; i < traceId.length; i += 1) {
    const isMarkedDead = traceId[i] === TRACE_ID_DEAD;
    if (isMarkedDead) isDead[first + i] = 1;
    firstOf[first + i] = isMarkedDead ? Number.NaN : firstSampleMs(delay[i]!, lag[i]!, timeScalar[i]!);
  }
}

function clear(headers: KeptColumns, unreadable: readonly number[]): void {
  const {
    inline,
    crossline,
    x,
    y,
    coordinateScalar,
    cdp,
    fieldRecord,
    offset,
    firstSampleMs: firstOf,
    isDead,
  } = headers;
  for (const trace of unreadable) {
    for (const column of [inline, crossline, x, y, coordinateScalar, cdp, fieldRecord, offset]) column[trace] = 0;
    firstOf[trace] = Number.NaN;
    isDead[trace] = 1;
  }
}
