/** The time-variant shift that is left between two traces whose shift, phase and gain are already alike. */
import type { SampleRange } from '../estimate/correlate.ts';
import type { PreparedTrace } from '../signal/prepare-trace.ts';
import { interpolatePair } from '../signal/sinc-kernel.ts';
import { warpSmoothly } from './dynamic-warping.ts';
import { smoothed } from './smoothed.ts';

export interface WarpOptions {
  /** Shifts are looked for from -maxWarpMs to maxWarpMs. */
  readonly maxWarpMs: number;
  /** By how much the shift may change, in ms per ms. */
  readonly strainLimit: number;
}

/** Two lines that are each stretched by up to 4 %, as processing does, and a margin. */
export const DEFAULT_WARP: WarpOptions = { maxWarpMs: 24, strainLimit: 0.1 };

export interface PairWarp {
  /** b(t) = a(t - shiftMs(t)), at the samples of the gate. */
  readonly shiftMs: Float64Array;
  /** How surely: 0 where nothing is heard (`WarpedLags.sharpness`). */
  readonly sharpness: Float64Array;
}

/** Lags a sample: errors are looked at between samples, so that the path is not bound to them. */
const LAGS_PER_SAMPLE = 4;
/** Errors are taken relative to the strength about them, so that the late, weak part counts as well: standard deviation. */
const BALANCE_MS = 100;
/** Weaker parts than this share of the strongest are not blown up. */
const LEAST_STRENGTH = 0.05;

/** The error of a lag is |a - b|^2 of the analytic signals, over the mean of both squares round about. */
export function warpPair(a: PreparedTrace, b: PreparedTrace, gate: SampleRange, options: WarpOptions): PairWarp {
  const { intervalMs } = b;
  const lagMs = intervalMs / LAGS_PER_SAMPLE;
  const mostLag = Math.max(1, Math.round(options.maxWarpMs / lagMs));
  const times = gate.end - gate.first;
  const lags = 2 * mostLag + 1;
  const errors = lagErrors(a, b, gate, mostLag);
  const block = Math.max(1, Math.ceil(lagMs / (options.strainLimit * intervalMs)));
  const warped = warpSmoothly({ errors, times, lags }, block);
  return { shiftMs: warped.lags.map((lag) => (lag - mostLag) * lagMs), sharpness: warped.sharpness };
}

function lagErrors(a: PreparedTrace, b: PreparedTrace, { first, end }: SampleRange, mostLag: number): Float64Array {
  const lags = 2 * mostLag + 1;
  const errors = new Float64Array((end - first) * lags);
  const scale = inverseStrength(a, b);
  const [real, quadrature] = finer(a, first, end, mostLag);
  const reach = Math.ceil(mostLag / LAGS_PER_SAMPLE);
  const unheard = unheardBefore(a);
  for (let i = first; i < end; i += 1) {
    // A lag at which a is not heard would cost nothing and be liked best: such times tell nothing at any lag.
    const isHeard = i - reach >= 0 && i + reach < a.count && unheard[i + reach + 1] === unheard[i - reach];
    if (b.live[i] === 0 || !isHeard) continue;
    const [u, v, weight] = [b.real[i]!, b.quadrature[i]!, scale[i]!];
    // Lag 0 of this time is element mostLag of its stretch, which runs against the lags.
    const at = (i - first) * LAGS_PER_SAMPLE + 2 * mostLag;
    const row = (i - first) * lags;
    for (let lag = 0; lag < lags; lag += 1) {
      const x = real[at - lag]! - u;
      const y = quadrature[at - lag]! - v;
      errors[row + lag] = weight * (x * x + y * y);
    }
  }
  return errors;
}

/** Element k: samples before k that are not heard. */
function unheardBefore({ live, count }: PreparedTrace): Uint32Array {
  const before = new Uint32Array(count + 1);
  for (let k = 0; k < count; k += 1) before[k + 1] = before[k]! + 1 - live[k]!;
  return before;
}

/** The samples from `first` to below `end` and `mostLag` fine ones on either side. */
function finer({ real, quadrature }: PreparedTrace, first: number, end: number, mostLag: number) {
  const count = (end - first) * LAGS_PER_SAMPLE + 2 * mostLag + 1;
  const [fineReal, fineQuadrature] = [new Float64Array(count), new Float64Array(count)];
  const at = { first: 0, second: 0 };
  for (let k = 0; k < count; k += 1) {
    interpolatePair(real, quadrature, first + (k - mostLag) / LAGS_PER_SAMPLE, at);
    fineReal[k] = at.first;
    fineQuadrature[k] = at.second;
  }
  return [fineReal, fineQuadrature] as const;
}

function inverseStrength(a: PreparedTrace, b: PreparedTrace): Float64Array {
  const power = b.real.map(
    (value, k) => (value ** 2 + b.quadrature[k]! ** 2 + a.real[k]! ** 2 + a.quadrature[k]! ** 2) / 2,
  );
  const strength = smoothed(power, BALANCE_MS / b.intervalMs);
  const most = strength.reduce((highest, value) => Math.max(highest, value), 0);
  return strength.map((value) => (most > 0 ? 1 / Math.max(value, LEAST_STRENGTH ** 2 * most) : 0));
}
