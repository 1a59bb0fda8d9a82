/** Normalised cross-correlation of analytic signals, sample weights included. */
import type { PreparedTrace } from '../signal/prepare-trace.ts';

export interface Correlation {
  /** Lag of element 0, in samples; the others follow one by one. */
  readonly firstLag: number;
  /**
   * r(s) = sum a(t - s) conj(b(t)) / sqrt(sum |a(t - s)|^2 sum |b(t)|^2), all over the times t at which both are heard and b
   * lies in the gate. Its real part is the cross-correlation of the traces, its magnitude the envelope (0 to 1).
   */
  readonly real: Float64Array;
  readonly imaginary: Float64Array;
  /** sqrt(sum |b(t)|^2 / sum |a(t - s)|^2) */
  readonly gain: Float64Array;
}

export interface SampleRange {
  readonly first: number;
  /** Exclusive. */
  readonly end: number;
}

/** Lags at which less than this share of the gate is heard of both traces tell nothing. */
const LEAST_OVERLAP = 0.5;

/** @param gate of `b`, which has the axis of `a` */
export function correlate(
  a: PreparedTrace,
  b: PreparedTrace,
  { first, end }: SampleRange,
  mostLag: number,
): Correlation {
  const lags = 2 * mostLag + 1;
  const [real, imaginary, gain] = [new Float64Array(lags), new Float64Array(lags), new Float64Array(lags)];
  const [ar, ai, la] = [a.real, a.quadrature, a.live];
  const [br, bi, lb] = [b.real, b.quadrature, b.live];
  const least = Math.max(LEAST_OVERLAP * (end - first), 1);
  for (let at = 0; at < lags; at += 1) {
    const lag = at - mostLag;
    const from = Math.max(first, lag);
    const to = Math.min(end, a.count + lag);
    let [re, im, energyA, energyB, heard] = [0, 0, 0, 0, 0];
    for (let t = from; t < to; t += 1) {
      const live = la[t - lag]! & lb[t]!;
      const x = live * ar[t - lag]!;
      const y = live * ai[t - lag]!;
      const u = live * br[t]!;
      const v = live * bi[t]!;
      re += x * u + y * v;
      im += y * u - x * v;
      energyA += x * x + y * y;
      energyB += u * u + v * v;
      heard += live;
    }
    if (heard < least || energyA === 0 || energyB === 0) continue;
    const scale = 1 / Math.sqrt(energyA * energyB);
    real[at] = re * scale;
    imaginary[at] = im * scale;
    gain[at] = Math.sqrt(energyB / energyA);
  }
  return { firstLag: -mostLag, real, imaginary, gain };
}
