/** A few trace headers, read to guess the geometry before all are. */
import type { OpenFile } from '../../native/native-reader.ts';
import { pickTraces } from './seeded-random.ts';
import { parseTraceHeader, type TraceHeader } from './trace-header.ts';
import { traceOffset, type TraceLayout } from './trace-layout.ts';

export interface Probe {
  readonly trace: number;
  readonly header: TraceHeader;
  /** The whole header with its extensions. */
  readonly bytes: DataView;
}

/** Beside the first two and the last: a cube of which one line in ten is odd escapes them in 3 % of cases. */
const RANDOM_PROBES = 32;

/** The first two traces, the last and some between, ascending. The same file is always probed at the same places. */
export function readProbes(file: OpenFile, layout: TraceLayout): Promise<Probe[]> {
  const last = layout.traceCount - 1;
  const picks = new Set([0, Math.min(1, last), ...pickTraces(layout.traceCount, RANDOM_PROBES, 1), last]);
  return readProbesAt(file, layout, [...picks]);
}

/** Beside the probes the trace after each, which tells what changes along a line. */
export async function pairedProbes(file: OpenFile, layout: TraceLayout, probes: readonly Probe[]): Promise<Probe[]> {
  const known = new Set(probes.map(({ trace }) => trace));
  const next = probes.map(({ trace }) => trace + 1).filter((trace) => trace < layout.traceCount && !known.has(trace));
  const more = await readProbesAt(file, layout, next);
  return [...probes, ...more].toSorted((one, other) => one.trace - other.trace);
}

/** @param traces in any order, none twice. */
export async function readProbesAt(file: OpenFile, layout: TraceLayout, traces: readonly number[]): Promise<Probe[]> {
  const ascending = traces.toSorted((a, b) => a - b);
  // All at once. They lie anywhere in the file, so each costs one small read.
  return await Promise.all(ascending.map((trace) => readProbe(file, layout, trace)));
}

async function readProbe(file: OpenFile, layout: TraceLayout, trace: number): Promise<Probe> {
  const stored = new Uint8Array(layout.headerBytes);
  await file.readBytes(traceOffset(layout, trace), stored, null);
  const bytes = new DataView(stored.buffer);
  return { trace, header: parseTraceHeader(bytes, layout.byteOrder), bytes };
}
