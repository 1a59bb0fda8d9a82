/** Whether the rows or cells of a slice hold a live trace, a dead one or none. */
import { TRACE_DEAD, TRACE_MISSING } from '../../../shared/slices.ts';
import { listTraces, type PlaneTraces } from './plane-traces.ts';
import { MISSING_TRACE } from './survey-geometry.ts';

/** TRACE_* in C order; null where all are live as far as is known. */
export function traceStatus(plane: PlaneTraces, deadTraces: Uint8Array | null): Uint8Array | null {
  if (deadTraces === null && plane.kind === 'regular') return null;
  const traces = listTraces(plane);
  let status: Uint8Array | null = null;
  for (let cell = 0; cell < traces.length; cell += 1) {
    const trace = traces[cell]!;
    const isMissing = trace === MISSING_TRACE;
    if (!isMissing && deadTraces?.[trace] !== 1) continue;
    status ??= new Uint8Array(traces.length);
    status[cell] = isMissing ? TRACE_MISSING : TRACE_DEAD;
  }
  return status;
}
