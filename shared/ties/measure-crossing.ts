/** What one crossing says of its two lines' corrections. */
import { wrapDegrees, type TieCorrection } from './correction.ts';
import { estimateTie } from './estimate/estimate-tie.ts';
import { median } from './network/robust-solution.ts';
import { meansAtKnots, shiftsAtKnots, type ShiftKnots } from './shift-knots.ts';
import type { PreparedCrossing } from './tie-crossing.ts';
import { measureWarp } from './warp/measure-warp.ts';
import type { WarpOptions } from './warp/warp-pair.ts';

/** Corrections of line 1 less those of line 2, gains as a ratio. */
export interface MeasuredTie {
  readonly line1: number;
  readonly line2: number;
  readonly total: { readonly shiftMs: number; readonly phaseDeg: number; readonly gain: number };
  /** At the knots. */
  readonly shiftsMs: Float64Array;
  /** 0 to 1: how much of each knot is heard clearly. */
  readonly clarity: Float64Array;
  readonly quality: number;
}

export interface MeasureOptions {
  readonly knots: ShiftKnots;
  readonly maxShiftMs: number;
  /** Null: one shift for all times. */
  readonly warp: WarpOptions | null;
  /** See `measureWarp`. */
  readonly times: number;
}

/** On traces that are corrected as far as known, so that little is left to measure. Null where too little is heard. */
export function measureCrossing(
  crossing: PreparedCrossing,
  [correction1, correction2]: readonly [TieCorrection, TieCorrection],
  { knots, maxShiftMs, warp, times }: MeasureOptions,
): MeasuredTie | null {
  const { line1, line2, axis, gate } = crossing;
  const [a, b] = crossing.corrected(correction1, correction2);
  const known2 = shiftsAtKnots(knots, correction2);
  const known = shiftsAtKnots(knots, correction1).map((ms, k) => ms - known2[k]!);
  const tieOf = (
    phaseDeg: number,
    gain: number,
    quality: number,
    shiftsMs: Float64Array,
    clarity: Float64Array,
  ): MeasuredTie => ({
    line1,
    line2,
    total: {
      shiftMs: heardMean(shiftsMs, clarity),
      phaseDeg: wrapDegrees(correction1.phaseDeg - correction2.phaseDeg + phaseDeg),
      gain: (correction1.gain / correction2.gain) * gain,
    },
    shiftsMs,
    clarity,
    quality,
  });
  if (warp === null) {
    const estimate = estimateTie(a, b, gate, maxShiftMs);
    if (estimate === null) return null;
    const { shiftMs, phaseDeg, gain, quality } = estimate;
    const all = new Float64Array(known.length).fill(1);
    return tieOf(phaseDeg, gain, quality, known.map((ms) => ms + shiftMs), all); // prettier-ignore
  }
  const measured = measureWarp(a, b, gate, maxShiftMs, warp, times);
  if (measured === null) return null;
  const startMs = axis.startMs + gate.first * axis.intervalMs;
  const means = meansAtKnots(knots, measured.shiftMs, measured.sharpness, startMs, axis.intervalMs);
  const middle = median([...means.weights].filter((weight) => weight > 0));
  const clarity = means.weights.map((weight) => (weight > 0 ? weight / (weight + middle) : 0));
  const shiftsMs = means.values.map((ms, k) => known[k]! + ms);
  return tieOf(measured.phaseDeg, measured.gain, measured.quality, shiftsMs, clarity);
}

function heardMean(values: Float64Array, weights: Float64Array): number {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return sum > 0 ? values.reduce((total, value, k) => total + weights[k]! * value, 0) / sum : 0;
}
