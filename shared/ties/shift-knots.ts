/** Times at which the shift curves of lines have their points. */
import type { TieCorrection } from './correction.ts';

export interface ShiftKnots {
  /** Multiples of the spacing, from the last one before the gate to the first one behind it. */
  readonly timesMs: Float64Array;
  /** Of each knot in the mean over the gate of what is linear between the knots; they sum to 1. */
  readonly shares: Float64Array;
}

/** As `truth.json` of the sample has them; shifts of real lines vary more slowly. */
const SPACING_MS = 50;

export function createKnots([fromMs, toMs]: readonly [number, number]): ShiftKnots {
  const first = Math.floor(fromMs / SPACING_MS);
  const count = Math.max(2, Math.ceil(toMs / SPACING_MS) - first + 1);
  const timesMs = Float64Array.from({ length: count }, (_, k) => (first + k) * SPACING_MS);
  const shares = new Float64Array(count);
  for (let k = 0; k + 1 < count; k += 1) {
    const start = Math.max(0, (fromMs - timesMs[k]!) / SPACING_MS);
    const end = Math.min(1, (toMs - timesMs[k]!) / SPACING_MS);
    const whole = ((end - start) * SPACING_MS) / (toMs - fromMs);
    const later = (whole * (start + end)) / 2;
    shares[k]! += whole - later;
    shares[k + 1]! += later;
  }
  return { timesMs, shares };
}

/** The mean over the gate of what is linear between the knots. */
export function meanOverGate({ shares }: ShiftKnots, values: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < shares.length; k += 1) sum += shares[k]! * values[k]!;
  return sum;
}

/** The shift of a correction at the knots, its constant part included. */
export function shiftsAtKnots({ timesMs }: ShiftKnots, { shiftMs, shiftCurve }: TieCorrection): Float64Array {
  return timesMs.map((_, k) => shiftMs + (shiftCurve[k]?.[1] ?? 0));
}

export interface KnotMeans {
  readonly values: Float64Array;
  /** Of what was averaged. */
  readonly weights: Float64Array;
}

/** Weighted means of samples about the knots: each sample counts for the two knots beside it, by how near they are. */
export function meansAtKnots(
  { timesMs }: ShiftKnots,
  samples: Float64Array,
  weights: Float64Array,
  startMs: number,
  intervalMs: number,
): KnotMeans {
  const sums = new Float64Array(timesMs.length);
  const shares = new Float64Array(timesMs.length);
  samples.forEach((value, k) => {
    const position = (startMs + k * intervalMs - timesMs[0]!) / SPACING_MS;
    const before = Math.max(0, Math.min(timesMs.length - 2, Math.floor(position)));
    const part = Math.max(0, Math.min(1, position - before));
    for (const [knot, share] of [
      [before, 1 - part],
      [before + 1, part],
    ] as const) {
      sums[knot]! += weights[k]! * share * value;
      shares[knot]! += weights[k]! * share;
    }
  });
  return { values: sums.map((sum, knot) => (shares[knot]! > 0 ? sum / shares[knot]! : 0)), weights: shares };
}
