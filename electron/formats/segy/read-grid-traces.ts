/** Reads single traces of a cube by their positions in its grid. */
import type { SliceRead } from '../survey-source.ts';
import { gatherTracePlane, type PlaneReader } from './gather-plane.ts';
import type { PlaneTraces } from './plane-traces.ts';
import type { SurveyKnowledge } from './scan-result.ts';
import { traceAtGrid } from './survey-geometry.ts';
import { traceStatus } from './trace-status.ts';

/**
 * The cells must have been checked against the survey (`checkGridTraces`), and `into` have room for them.
 * @throws TypeError where the survey is no cube
 */
export async function readGridTraces(
  reader: PlaneReader,
  { geometry, deadTraces, deadTraceCount }: Pick<SurveyKnowledge, 'geometry' | 'deadTraces' | 'deadTraceCount'>,
  cells: Int32Array,
  every: number,
  into: Float32Array,
  signal: AbortSignal,
): Promise<Omit<SliceRead, 'origin'>> {
  if (geometry.kind !== 'cube') throw new TypeError(`a ${geometry.kind} survey has no traces on a grid`);
  const crosslines = geometry.crossline.count;
  const traces = cells.map((cell) => traceAtGrid(geometry, Math.floor(cell / crosslines), cell % crosslines));
  const plane: PlaneTraces = { kind: 'listed', rows: traces.length, columns: 1, traces };
  const report = await gatherTracePlane(reader, plane, every, into, signal);
  // Its pages lie all over the file: sampling them would say nothing of those that were waited for.
  return { ...report, residentShare: null, traceStatus: traceStatus(plane, deadTraceCount === 0 ? null : deadTraces) };
}
