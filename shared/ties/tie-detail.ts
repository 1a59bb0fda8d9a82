/** What is seen of one crossing: both traces, their correlation, and the warping path between them. */
import type { TieCorrection } from './correction.ts';
import { correlate, type SampleRange } from './estimate/correlate.ts';
import { estimateTie, type TieEstimate } from './estimate/estimate-tie.ts';
import { relativeDifference } from './estimate/residual.ts';
import type { PreparedTrace } from './signal/prepare-trace.ts';
import type { TimeAxis } from './signal/tie-trace.ts';
import { PreparedCrossing, type TieCrossing } from './tie-crossing.ts';
import { warpExactly, type ExactOptions, type ExactWarp, type WarpWork } from './warp/warp-exactly.ts';

export interface TieDetail {
  /** Of both traces: the interval is that of the coarser one. */
  readonly axis: TimeAxis;
  readonly gate: SampleRange;
  /** Corrected; NaN where nothing is heard. */
  readonly trace1: Float32Array;
  readonly trace2: Float32Array;
  readonly estimate: TieEstimate | null;
  /** RMS of the difference in the gate, relative (`relativeDifference`). */
  readonly difference: number;
  /** The normalised cross-correlation and its envelope at lags `-maxLag ... maxLag` samples. */
  readonly correlation: Float64Array;
  readonly envelope: Float64Array;
  readonly maxLag: number;
  /** Null where no path comes through. */
  readonly warp: ExactWarp | null;
}

export interface DetailOptions {
  /** Null: all that both have. */
  readonly gateMs: readonly [from: number, to: number] | null;
  readonly maxShiftMs: number;
  readonly exact: ExactOptions;
  readonly corrections: readonly [TieCorrection, TieCorrection];
}

/** Null where the traces share no time within the gate. */
export async function detailTie(
  crossing: TieCrossing,
  { gateMs, maxShiftMs, exact, corrections }: DetailOptions,
  work?: WarpWork,
): Promise<TieDetail | null> {
  const prepared = PreparedCrossing.from(crossing, gateMs ?? [-Infinity, Infinity]);
  if (prepared === null) return null;
  const { axis, gate } = prepared;
  const [a, b] = prepared.corrected(...corrections);
  const maxLag = Math.ceil(maxShiftMs / axis.intervalMs);
  const { real, imaginary } = correlate(a, b, gate, maxLag);
  return {
    axis,
    gate,
    trace1: heardSamples(a),
    trace2: heardSamples(b),
    estimate: estimateTie(a, b, gate, maxShiftMs),
    difference: relativeDifference(a, b, gate),
    correlation: real,
    envelope: real.map((re, k) => Math.hypot(re, imaginary[k]!)),
    maxLag,
    warp: await warpExactly(a, b, gate, exact, null, work),
  };
}

const heardSamples = ({ real, live }: PreparedTrace): Float32Array =>
  Float32Array.from(real, (value, k) => (live[k] === 1 ? value : NaN));
