/** A few trace headers, read to guess the geometry before all are. */
import type { OpenFile } from '../../native/native-reader.ts';
import { pickTraces } from './seeded-random.ts';
import { readTraceHeaders, type TraceHeader } from './trace-header.ts';
import type { TraceLayout } from './trace-layout.ts';

export interface Probe {
  readonly trace: number;
  readonly header: TraceHeader;
}

/** Beside the first two and the last: a cube of which one line in ten is odd escapes them in 3 % of cases. */
const RANDOM_PROBES = 32;

/** The first two traces, the last and some between, ascending. The same file is always probed at the same places. */
export function readProbes(file: OpenFile, layout: TraceLayout): Promise<Probe[]> {
  const last = layout.traceCount - 1;
  const picks = new Set([0, Math.min(1, last), ...pickTraces(layout.traceCount, RANDOM_PROBES, 1), last]);
  return readProbesAt(file, layout, [...picks]);
}

/** @param traces in any order, none twice. */
export async function readProbesAt(file: OpenFile, layout: TraceLayout, traces: readonly number[]): Promise<Probe[]> {
  const ascending = traces.toSorted((a, b) => a - b);
  const headers = await readTraceHeaders(file, layout, ascending);
  return ascending.map((trace, i) => ({ trace, header: headers[i]! }));
}
