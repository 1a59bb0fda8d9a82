/** Layouts of even traces, of traces with lengths of their own, and of runs with gaps between. */
import type { Spacing } from './find-spacing.ts';
import type { TraceRun } from './recovery/recover-traces.ts';
import type { TraceLayout, VaryingLengths } from './trace-layout.ts';
import type { TraceSpan } from './trace-span.ts';

export function evenLayout(span: TraceSpan, { headerBytes, sampleCount, strideBytes }: Spacing): TraceLayout {
  const { start, end, byteOrder, format, bytesPerSample } = span;
  const traceCount = Math.floor((end - start) / strideBytes);
  const common = { byteOrder, format, bytesPerSample, firstTraceOffset: start, headerBytes };
  return { ...common, sampleCount, strideBytes, traceCount, varying: null };
}

export const varyingLayout = (even: TraceLayout, varying: VaryingLengths): TraceLayout => ({
  ...even,
  traceCount: varying.offsets.length,
  varying,
});

/** Even where there is one run alone. */
export function layoutOfRuns(even: TraceLayout, runs: readonly TraceRun[]): TraceLayout {
  const traceCount = runs.reduce((sum, { count }) => sum + count, 0);
  const [first] = runs;
  const firstTraceOffset = first?.offset ?? even.firstTraceOffset;
  if (runs.length <= 1) return { ...even, firstTraceOffset, traceCount };
  const offsets = new Float64Array(traceCount);
  let trace = 0;
  for (const { offset, count } of runs) {
    for (let i = 0; i < count; i += 1) offsets[trace++] = offset + i * even.strideBytes;
  }
  const sampleCounts = new Int32Array(traceCount).fill(even.sampleCount);
  return { ...even, firstTraceOffset, traceCount, varying: { offsets, sampleCounts } };
}
