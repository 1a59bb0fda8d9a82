/** Which pages a plane's samples lie on, for the sampling of what was in memory before the read. */
import type { ResidencyQuery } from '../../native/native-reader.ts';
import type { PlaneTraces } from './plane-traces.ts';
import { MISSING_TRACE } from './survey-geometry.ts';
import { sampleOffset, type TraceLayout } from './trace-layout.ts';

/**
 * Evenly spaced pieces over the part of the file that the plane spans: exact for one strided run of traces, close
 * enough to sample from elsewhere.
 * Null where traces differ in length: what is not evenly spaced cannot be asked for.
 * @param sample the stored sample of a sample plane; null where whole traces are read.
 */
export function planeResidency(layout: TraceLayout, plane: PlaneTraces, sample: number | null): ResidencyQuery | null {
  if (layout.varying !== null) return null;
  const { first, last } = traceSpan(plane);
  const rows = plane.rows * plane.columns;
  const rowStride = rows > 1 ? (last - first) / (rows - 1) : 0;
  return {
    offset: sampleOffset(layout, first, sample ?? 0),
    rows,
    rowStrideBytes: Math.floor(rowStride * layout.strideBytes),
    rowBytes: (sample === null ? layout.sampleCount : 1) * layout.bytesPerSample,
  };
}

/** First and last trace of the file that a plane shows. */
function traceSpan(plane: PlaneTraces): { first: number; last: number } {
  if (plane.kind === 'regular') {
    const rowEnd = (plane.rows - 1) * plane.rowStride;
    const columnEnd = (plane.columns - 1) * plane.columnStride;
    const low = plane.first + Math.min(rowEnd, 0) + Math.min(columnEnd, 0);
    return { first: low, last: low + Math.abs(rowEnd) + Math.abs(columnEnd) };
  }
  let first = Infinity;
  let last = 0;
  for (const trace of plane.traces) {
    if (trace === MISSING_TRACE) continue;
    first = Math.min(first, trace);
    last = Math.max(last, trace);
  }
  return first === Infinity ? { first: 0, last: 0 } : { first, last };
}
