/** The stack of a plane through gathers: the mean of each position's traces, made for the plane that is asked for. */
import { TRACE_LIVE, type Decimation } from '../../../shared/slices.ts';
import type { GatherReport } from '../../native/native-reader.ts';
import { gatherSamplePlane, gatherTracePlane, type PlaneReader } from './gather-plane.ts';
import { planeGrid, type GridPlane } from './plane-grid.ts';
import type { PlaneTraces } from './plane-traces.ts';
import { StackSums } from './stack-sums.ts';
import { StackTraces } from './stack-traces.ts';
import type { GatherGrid } from './survey-geometry.ts';
import { addReports } from './trace-runs.ts';

export interface StackedPlane {
  readonly report: GatherReport;
  /** Choosing the traces, adding and dividing; without the reads. */
  readonly stackMs: number;
  /** As in `StackTraces`; null where all positions have a live trace. */
  readonly traceStatus: Uint8Array | null;
}

/** Samples read and added at a time, 4 MB: the event loop waits a millisecond for each turn. */
const SAMPLES_PER_TURN = 2 ** 20;
/** Of a time slice a turn has as many traces as samples, and each takes longer to find than to add. */
const TRACES_PER_TURN = 2 ** 14;

/** Reads in turns, each on the reader's threads, and stops between two of them where the signal says so. */
export async function stackPlane(
  reader: PlaneReader,
  gathers: GatherGrid,
  plane: GridPlane,
  decimation: Decimation,
  deadTraces: Uint8Array | null,
  into: Float32Array,
  signal: AbortSignal,
): Promise<StackedPlane> {
  const grid = planeGrid(gathers, plane, decimation);
  const columns = into.length / (grid.rows * grid.columns);
  const stack = new StackTraces(gathers, grid, deadTraces);
  const sums = new StackSums(columns, into);
  const perTurn = Math.max(1, Math.min(TRACES_PER_TURN, Math.floor(SAMPLES_PER_TURN / columns)));
  const buffer = new Float32Array(perTurn * columns);
  let report: GatherReport = { readMs: 0, decodeMs: 0, bytesRead: 0, majorFaults: 0 };
  let stackMs = 0;
  for (;;) {
    const start = performance.now();
    const { traces, positions } = stack.take(perTurn);
    stackMs += performance.now() - start;
    if (traces.length === 0) break;
    const turn: PlaneTraces = { kind: 'listed', rows: traces.length, columns: 1, traces };
    const samples = buffer.subarray(0, traces.length * columns);
    const read =
      plane.orientation === 'sample'
        ? await gatherSamplePlane(reader, turn, plane.index, samples, signal)
        : await gatherTracePlane(reader, turn, decimation.columns, samples, signal);
    report = addReports(report, read);
    const added = performance.now();
    sums.add(samples, positions);
    stackMs += performance.now() - added;
  }
  sums.finish();
  const { status } = stack;
  return { report, stackMs, traceStatus: status.some((live) => live !== TRACE_LIVE) ? status : null };
}
