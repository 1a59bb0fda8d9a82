/** The figures of the timing panel, from the history: what was not measured is null, with the reason. */
import {
  megabytesPerSecond,
  STAGES,
  verdictOf,
  type SliceOrigin,
  type Stage,
  type Timing,
} from '../../../shared/timing.ts';
import type { TimingHistory } from '../../engine-client/timing-history.ts';

export interface StageFigures {
  readonly stage: Stage;
  readonly name: string;
  /** What the stage is, for the tooltip. */
  readonly meaning: string;
  readonly lastMs: number | null;
  readonly p50Ms: number | null;
  readonly p95Ms: number | null;
}

const STAGE_TEXTS: Readonly<Record<Stage, readonly [name: string, meaning: string]>> = {
  queuedMs: ['Queued', 'From the request’s arrival at the engine to the start of its read'],
  readMs: ['Read', 'Waiting for bytes of the file'],
  decodeMs: ['Decode', 'Turning stored words into 32-bit floats'],
  stackMs: ['Stack', 'Averaging the traces of each position, or of those round it'],
  encodeMs: ['Encode', 'Making the message for the wire'],
  transferMs: ['Transfer', 'The page’s round trip less the engine’s own time'],
  uploadMs: ['Upload', 'Filling the texture'],
  drawMs: ['Draw', 'The draw call up to its fence'],
};

/** Stacking is listed once something was stacked: most surveys have nothing to stack. */
export const stageFigures = (last: Timing, history: TimingHistory): StageFigures[] =>
  STAGES.filter((stage) => stage !== 'stackMs' || (history.percentile(stage, 100) ?? 0) > 0).map((stage) => ({
    stage,
    name: STAGE_TEXTS[stage][0],
    meaning: STAGE_TEXTS[stage][1],
    lastMs: last[stage],
    p50Ms: history.percentile(stage, 50),
    p95Ms: history.percentile(stage, 95),
  }));

export const ORIGIN_TEXTS: Readonly<Record<SliceOrigin, string>> = {
  mapped: 'mapped file',
  fallback: 'fallback reader',
  decoded: 'HDF5 library',
  cache: 'cache',
  synthetic: 'synthetic source',
};

/** Everything the panel shows, for the copy button. */
export function timingReport(last: Timing, history: TimingHistory, framesPerSecond: number | null) {
  const percentiles = (figure: Stage | 'presentedMs' | 'engineMs' | 'gpuMs') => ({
    p50: history.percentile(figure, 50),
    p95: history.percentile(figure, 95),
  });
  return {
    last: { ...last, verdict: verdictOf(last), megabytesPerSecond: megabytesPerSecond(last) },
    framesPerSecond,
    pictures: history.timings().length,
    stages: Object.fromEntries(
      ([...STAGES, 'engineMs', 'gpuMs', 'presentedMs'] as const).map((figure) => [figure, percentiles(figure)]),
    ),
    history: history.timings(),
  };
}
