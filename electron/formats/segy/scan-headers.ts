/** Reads the geometry words of every trace header, and looks for traces without signal, block by block. */
import type { OpenFile } from '../../native/native-reader.ts';
import type { PlacedWords } from './geometry-places.ts';
import { firstSampleMs } from './scaled-words.ts';
import { TRACE_WORDS, type TraceWord } from './trace-header.ts';
import type { TraceLayout } from './trace-layout.ts';
import { findZeroTraces, gatherTraceWords } from './trace-runs.ts';

/** One element a trace, in file order: about 60 bytes a trace in all. */
export interface ScannedHeaders {
  readonly inline: Int32Array;
  readonly crossline: Int32Array;
  /** World coordinates as stored, to be scaled by `coordinateScalar`. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly coordinateScalar: Float64Array;
  readonly coordinateUnits: Int16Array;
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

/** Small enough for progress and cancelling several times a second even on a slow disk, large enough to be gathered well. */
const TRACES_PER_BLOCK = 16_384;
const TRACE_ID_DEAD = 2;

/** @throws CrosslineError cancelled, file-changed, io-failed */
export async function scanHeaders(
  file: OpenFile,
  layout: TraceLayout,
  words: PlacedWords,
  { signal, onProgress }: ScanOptions,
): Promise<ScannedHeaders> {
  const { traceCount } = layout;
  const places = [...PLACED.map((name) => words.places[name]), ...FIXED_WORDS.map((name) => TRACE_WORDS[name])];
  const headers = allocate(traceCount);
  for (let first = 0; first < traceCount; first += TRACES_PER_BLOCK) {
    const count = Math.min(TRACES_PER_BLOCK, traceCount - first);
    const run = { first, count };
    const columns = await gatherTraceWords(file, layout, run, places, signal);
    headers.isDead.set(await findZeroTraces(file, layout, run, signal), first);
    store(headers, first, columns, words.scalarValue);
    onProgress(first + count, traceCount);
  }
  return headers;
}

const PLACED = ['inline', 'crossline', 'x', 'y', 'scalar', 'cdp', 'offset'] as const;
const FIXED_WORDS = [
  'coordinateUnits',
  'fieldRecord',
  'traceId',
  'delay',
  'lag',
  'timeScalar',
] as const satisfies readonly TraceWord[];

const allocate = (count: number): ScannedHeaders => ({
  inline: new Int32Array(count),
  crossline: new Int32Array(count),
  x: new Float64Array(count),
  y: new Float64Array(count),
  coordinateScalar: new Float64Array(count),
  coordinateUnits: new Int16Array(count),
  cdp: new Int32Array(count),
  fieldRecord: new Int32Array(count),
  offset: new Int32Array(count),
  firstSampleMs: new Float64Array(count),
  isDead: new Uint8Array(count),
});

/** @param columns in the order of `PLACED` and `FIXED_WORDS`. */
function store(
  headers: ScannedHeaders,
  first: number,
  columns: readonly Float64Array[],
  scalarValue: number | null,
): void {
  const [inline, crossline, x, y, coordinateScalar, cdp, offset] = columns;
  const [coordinateUnits, fieldRecord, traceId, delay, lag, scalar] = columns.slice(PLACED.length);
  if (scalarValue !== null) coordinateScalar!.fill(scalarValue);
  headers.inline.set(inline!, first);
  headers.crossline.set(crossline!, first);
  headers.x.set(x!, first);
  headers.y.set(y!, first);
  headers.coordinateScalar.set(coordinateScalar!, first);
  headers.coordinateUnits.set(coordinateUnits!, first);
  headers.cdp.set(cdp!, first);
  headers.fieldRecord.set(fieldRecord!, first);
  headers.offset.set(offset!, first);
  for (let i = 0; i < traceId!.length; i += 1) {
    const isMarkedDead = traceId![i] === TRACE_ID_DEAD;
    if (isMarkedDead) headers.isDead[first + i] = 1;
    headers.firstSampleMs[first + i] = isMarkedDead ? Number.NaN : firstSampleMs(delay![i]!, lag![i]!, scalar![i]!);
  }
}
