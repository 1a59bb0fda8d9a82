/** Reads a plane's samples: one strided gather where the traces are evenly spaced, a gather by trace table elsewhere. */
import type { GatherReport, OpenFile } from '../../native/native-reader.ts';
import { listTraces, type PlaneTraces } from './plane-traces.ts';
import { MISSING_TRACE, type TraceAlignment } from './survey-geometry.ts';
import { sampleOffset, storedSamples, type TraceLayout } from './trace-layout.ts';
import { gatherWholeTraces, traceStarts } from './trace-runs.ts';

export interface PlaneReader {
  readonly file: OpenFile;
  readonly layout: TraceLayout;
  readonly alignment: TraceAlignment;
}

/** Time slice: the axis sample `sample` of every trace, [rows, columns]; NaN where a trace is missing or does not reach it. */
export function gatherSamplePlane(
  { file, layout, alignment }: PlaneReader,
  plane: PlaneTraces,
  sample: number,
  into: Float32Array,
  signal: AbortSignal,
): Promise<GatherReport> {
  const { format, byteOrder, strideBytes, bytesPerSample } = layout;
  const { shifts } = alignment;
  if (plane.kind === 'regular' && shifts === null && layout.varying === null) {
    const grid = {
      format,
      byteOrder,
      offset: sampleOffset(layout, plane.first, sample),
      rows: plane.rows,
      rowStrideBytes: plane.rowStride * strideBytes,
      columns: plane.columns,
      columnStrideBytes: plane.columnStride * strideBytes,
    };
    return file.gatherGrid(grid, into, signal);
  }
  const traces = listTraces(plane);
  const rowOffsets = new Float64Array(traces.length);
  for (let cell = 0; cell < traces.length; cell += 1) {
    const trace = traces[cell]!;
    const stored = sample - (shifts?.[trace] ?? 0);
    const isStored = trace !== MISSING_TRACE && stored >= 0 && stored < storedSamples(layout, trace);
    rowOffsets[cell] = isStored ? sampleOffset(layout, trace, stored) : -1;
  }
  const gather = { format, byteOrder, rowOffsets, columns: 1, columnStrideBytes: bytesPerSample };
  return file.gatherRows(gather, into, signal);
}

/** Whole traces as rows, every `everySample`-th sample of the axis as columns. */
export function gatherTracePlane(
  reader: PlaneReader,
  plane: PlaneTraces,
  everySample: number,
  into: Float32Array,
  signal: AbortSignal,
): Promise<GatherReport> {
  const { file, layout, alignment } = reader;
  if (alignment.shifts !== null || layout.varying !== null)
    return gatherShiftedTraces(reader, plane, everySample, into, signal);
  const { format, byteOrder, strideBytes, bytesPerSample, sampleCount } = layout;
  const columns = Math.ceil(sampleCount / everySample);
  const columnStrideBytes = bytesPerSample * everySample;
  if (plane.kind === 'listed') {
    const rowOffsets = traceStarts(layout, plane.traces);
    return file.gatherRows({ format, byteOrder, rowOffsets, columns, columnStrideBytes }, into, signal);
  }
  const offset = sampleOffset(layout, plane.first, 0);
  const rowStrideBytes = plane.rowStride * strideBytes;
  const grid = { format, byteOrder, offset, rows: plane.rows, rowStrideBytes, columns, columnStrideBytes };
  return file.gatherGrid(grid, into, signal);
}

/** Traces of different delays or lengths are read whole and laid on the axis at their own place; NaN around them. */
async function gatherShiftedTraces(
  { file, layout, alignment }: PlaneReader,
  plane: PlaneTraces,
  everySample: number,
  into: Float32Array,
  signal: AbortSignal,
): Promise<GatherReport> {
  const { sampleCount } = layout;
  const traces = listTraces(plane);
  const { samples, report } = await gatherWholeTraces(file, layout, traces, signal);
  const columns = Math.ceil(alignment.sampleCount / everySample);
  for (let row = 0; row < plane.rows; row += 1) {
    const shift = alignment.shifts?.[traces[row]!] ?? 0;
    for (let column = 0; column < columns; column += 1) {
      const sample = column * everySample - shift;
      into[row * columns + column] =
        sample >= 0 && sample < sampleCount ? samples[row * sampleCount + sample]! : Number.NaN;
    }
  }
  return report;
}
