/** Reads a plane of an open file: as it is stored, or stacked. */
import type { Decimation, SurveyPlane } from '../../../shared/slices.ts';
import type { ReadReport, SliceRead } from '../survey-source.ts';
import { gatherSamplePlane, gatherTracePlane, type PlaneReader } from './gather-plane.ts';
import type { GridPlane } from './plane-grid.ts';
import { planeResidency } from './plane-residency.ts';
import { gatherGridOf, planeTraces } from './plane-traces.ts';
import type { SurveyKnowledge } from './scan-result.ts';
import { stackPlane } from './stack-plane.ts';
import { traceStatus } from './trace-status.ts';

/** The plane must have been checked against the survey (`checkPlane`), and `into` have room for it. */
export async function readPlane(
  reader: PlaneReader,
  { geometry, deadTraces, deadTraceCount }: SurveyKnowledge,
  plane: SurveyPlane,
  decimation: Decimation,
  into: Float32Array,
  signal: AbortSignal,
): Promise<Omit<SliceRead, 'origin'>> {
  // A time slice has a trace a cell, and looking at 200,000 takes 0.3 ms that most surveys need not spend.
  const dead = deadTraceCount === 0 ? null : deadTraces;
  const stack = asStack(plane);
  if (stack !== null) {
    const { report, ...stacked } = await stackPlane(
      reader,
      gatherGridOf(geometry),
      stack,
      decimation,
      dead,
      into,
      signal,
    );
    // Its pages lie all over the file: sampling them would say nothing of those that were waited for.
    return { ...report, ...stacked, residentShare: null };
  }
  const { file, layout } = reader;
  const traces = planeTraces(geometry, plane, decimation);
  const isSamplePlane = plane.orientation === 'sample';
  const storedSample = isSamplePlane ? Math.min(plane.index, layout.sampleCount - 1) : null;
  const residency = planeResidency(layout, traces, storedSample);
  const residentShare: ReadReport['residentShare'] = residency === null ? null : file.residentShare(residency);
  const report = isSamplePlane
    ? await gatherSamplePlane(reader, traces, plane.index, into, signal)
    : await gatherTracePlane(reader, traces, decimation.columns, into, signal);
  return { ...report, residentShare, traceStatus: traceStatus(traces, dead) };
}

/** Null where the plane shows traces as they are. */
const asStack = (plane: SurveyPlane): GridPlane | null =>
  'selection' in plane && plane.selection?.kind === 'stack' ? plane : null;
