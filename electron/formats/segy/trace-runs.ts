/** Reads consecutive traces' headers and samples, evenly spaced in the file or not. */
import type { GatherReport, HeaderColumn, HeaderWordType, OpenFile } from '../../native/native-reader.ts';
import { MISSING_TRACE } from './survey-geometry.ts';
import { sampleOffset, storedSamples, traceOffset, type TraceLayout } from './trace-layout.ts';

/** Traces that follow one another, or every `step`-th of them. */
export interface TraceRun {
  readonly first: number;
  readonly count: number;
  /** Default: 1. */
  readonly step?: number;
}

/** One array a word, element i from the run's trace i. */
export async function gatherTraceWords(
  file: OpenFile,
  layout: TraceLayout,
  run: TraceRun,
  words: readonly HeaderWordType[],
  signal: AbortSignal | null,
): Promise<Float64Array[]> {
  const columns = words.map(() => new Float64Array(run.count));
  await gatherTraceColumns(file, layout, run, words, columns, signal);
  return columns;
}

/** The same into columns of the caller's. */
export function gatherTraceColumns(
  file: OpenFile,
  layout: TraceLayout,
  { first, count, step = 1 }: TraceRun,
  words: readonly HeaderWordType[],
  into: readonly HeaderColumn[],
  signal: AbortSignal | null,
): Promise<void> {
  const { byteOrder, strideBytes, varying } = layout;
  const gather = { offset: traceOffset(layout, first), count, strideBytes: strideBytes * step, byteOrder, words };
  if (varying === null || count === 0) return file.gatherHeaders(gather, into, signal);
  const offsets = Float64Array.from({ length: count }, (_, i) => varying.offsets[first + i * step]!);
  return file.gatherHeaders({ ...gather, offsets }, into, signal);
}

/** One array a word, for every n-th trace from the first on. */
export const gatherEveryNth = (
  file: OpenFile,
  layout: TraceLayout,
  every: number,
  words: readonly HeaderWordType[],
  signal: AbortSignal | null,
): Promise<Float64Array[]> =>
  gatherTraceWords(file, layout, { first: 0, count: Math.ceil(layout.traceCount / every), step: every }, words, signal);

/** 1 where all samples of the trace are zero. */
export async function findZeroTraces(
  file: OpenFile,
  layout: TraceLayout,
  { first, count }: { readonly first: number; readonly count: number },
  signal: AbortSignal | null,
): Promise<Uint8Array> {
  const { format, byteOrder, strideBytes, sampleCount } = layout;
  const search = { format, byteOrder, strideBytes, offset: sampleOffset(layout, first, 0), count, sampleCount };
  if (layout.varying === null) return file.findZeroTraces(search, signal);
  const isZero = new Uint8Array(count);
  const traces = Int32Array.from({ length: count }, (_, i) => first + i);
  const searches = [...rowsByLength(layout, traces)].map(async ([length, rows]) => {
    const offsets = Float64Array.from(rows, (row) => sampleOffset(layout, first + row, 0));
    const found = await file.findZeroTraces({ ...search, offsets, count: rows.length, sampleCount: length }, signal);
    rows.forEach((row, i) => (isZero[row] = found[i]!));
  });
  await Promise.all(searches);
  return isZero;
}

/**
 * All stored samples of the listed traces, [traces, sampleCount] in C order; NaN for missing traces and behind the end
 * of short ones.
 */
export async function gatherWholeTraces(
  file: OpenFile,
  layout: TraceLayout,
  traces: Int32Array,
  signal: AbortSignal,
): Promise<{ readonly samples: Float32Array; readonly report: GatherReport }> {
  const { format, byteOrder, bytesPerSample, sampleCount } = layout;
  const word = { format, byteOrder, columnStrideBytes: bytesPerSample };
  const samples = new Float32Array(traces.length * sampleCount);
  if (layout.varying === null) {
    const gather = { ...word, rowOffsets: traceStarts(layout, traces), columns: sampleCount };
    return { samples, report: await file.gatherRows(gather, samples, signal) };
  }
  samples.fill(Number.NaN);
  let report: GatherReport = { readMs: 0, decodeMs: 0, bytesRead: 0, majorFaults: 0 };
  for (const [columns, rows] of rowsByLength(layout, traces)) {
    const part = new Float32Array(rows.length * columns);
    const rowOffsets = traceStarts(
      layout,
      Int32Array.from(rows, (row) => traces[row]!),
    );
    report = addReports(report, await file.gatherRows({ ...word, rowOffsets, columns }, part, signal));
    rows.forEach((row, i) => samples.set(part.subarray(i * columns, (i + 1) * columns), row * sampleCount));
  }
  return { samples, report };
}

/** Of each trace's first sample; -1 where there is no trace. */
export function traceStarts(layout: TraceLayout, traces: Int32Array): Float64Array {
  const offsets = new Float64Array(traces.length);
  for (let i = 0; i < traces.length; i += 1) {
    offsets[i] = traces[i] === MISSING_TRACE ? -1 : sampleOffset(layout, traces[i]!, 0);
  }
  return offsets;
}

/** Positions in `traces` by the samples that they store, without the missing ones. */
function rowsByLength(layout: TraceLayout, traces: Int32Array): Map<number, number[]> {
  const rows = new Map<number, number[]>();
  traces.forEach((trace, row) => {
    if (trace === MISSING_TRACE) return;
    const length = storedSamples(layout, trace);
    const sameLength = rows.get(length);
    if (sameLength === undefined) rows.set(length, [row]);
    else sameLength.push(row);
  });
  return rows;
}

export const addReports = (a: GatherReport, b: GatherReport): GatherReport => ({
  readMs: a.readMs + b.readMs,
  decodeMs: a.decodeMs + b.decodeMs,
  bytesRead: a.bytesRead + b.bytesRead,
  majorFaults: a.majorFaults === null || b.majorFaults === null ? null : a.majorFaults + b.majorFaults,
});
