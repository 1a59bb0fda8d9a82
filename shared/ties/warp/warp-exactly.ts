/** The whole answer of exact dynamic time warping between two traces of a crossing. */
import type { SampleRange } from '../estimate/correlate.ts';
import { shiftTrace } from '../signal/correct-trace.ts';
import type { PreparedTrace } from '../signal/prepare-trace.ts';
import { tracePath, lagsOfPath, type DtwPath } from './dtw-path.ts';
import { plainDtw, type DtwOptions, type DtwSteps } from './exact-dtw.ts';
import { measureWarp } from './measure-warp.ts';
import { refineLags } from './refine-lags.ts';
import { slopeLimitedDtw } from './slope-limited-dtw.ts';
import { DEFAULT_WARP } from './warp-pair.ts';

export interface ExactOptions extends Omit<DtwOptions, 'bandSamples'> {
  /** Sakoe and Chiba's band on either side of equal times. */
  readonly bandMs: number;
}

export const DEFAULT_EXACT: ExactOptions = { cost: 'squared', steps: 'symmetric1', slopeLimit: 0, bandMs: 100 };

export interface ExactWarp {
  /** Applied to a beforehand, since the path can make up for neither. */
  readonly phaseDeg: number;
  readonly gain: number;
  /** Of the whole path. */
  readonly cost: number;
  /** Samples of the gate. */
  readonly path: DtwPath;
  /** b(t) = a(t - shiftMs(t)) at the samples of the gate, refined below the sample. */
  readonly shiftMs: Float64Array;
  /** 0 to 1 (`RefinedLags`). */
  readonly confidence: Float64Array;
}

/** The addon's threads, or this one. */
export type WarpWork = (a: Float64Array, b: Float64Array, options: DtwOptions) => DtwSteps | Promise<DtwSteps>;

const plainWork: WarpWork = (a, b, options) => (options.slopeLimit === 0 ? plainDtw : slopeLimitedDtw)(a, b, options);

/**
 * The path starts and ends at the gate's corners.
 * @param normalisation phase and gain that a is given first; null: those of `measureWarp`, since a shift that varies spoils those
 *   of `estimateTie`
 * @returns null where too little is heard, or where no path runs within band and slope
 */
export async function warpExactly(
  a: PreparedTrace,
  b: PreparedTrace,
  gate: SampleRange,
  { bandMs, ...options }: ExactOptions,
  normalisation: Pick<ExactWarp, 'phaseDeg' | 'gain'> | null = null,
  work: WarpWork = plainWork,
): Promise<ExactWarp | null> {
  const { intervalMs } = b;
  const normalised = normalisation ?? measureWarp(a, b, gate, bandMs, DEFAULT_WARP);
  if (normalised === null) return null;
  const { phaseDeg, gain } = normalised;
  const [first, second] = [
    gateOf(
      shiftTrace(a, b, gain, phaseDeg, () => 0),
      gate,
    ),
    gateOf(b, gate),
  ];
  const band = { ...options, bandSamples: Math.max(1, Math.round(bandMs / intervalMs)) };
  const steps = await work(first, second, band);
  const path = tracePath(steps, band.slopeLimit);
  if (path === null) return null;
  const { lags, confidence } = refineLags(first, second, lagsOfPath(path, second.length));
  return { phaseDeg, gain, cost: steps.cost, path, shiftMs: lags.map((lag) => lag * intervalMs), confidence };
}

/** NaN where nothing is heard. */
const gateOf = ({ real, live }: PreparedTrace, { first, end }: SampleRange): Float64Array =>
  Float64Array.from({ length: end - first }, (_, k) => (live[first + k] === 1 ? real[first + k]! : NaN));
