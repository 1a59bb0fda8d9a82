/** Times at which the shift curves of lines have their points. */
import type { TieCorrection } from './correction.ts';

/** Ascending and evenly spaced, from one end of the gate to the other. */
export type ShiftKnots = Float64Array;

/** As `truth.json` of the sample has them; shifts of real lines vary more slowly. */
const SPACING_MS = 50;

export function createKnots([fromMs, toMs]: readonly [number, number]): ShiftKnots {
  const pieces = Math.max(1, Math.round((toMs - fromMs) / SPACING_MS));
  return Float64Array.from({ length: pieces + 1 }, (_, k) => fromMs + (k * (toMs - fromMs)) / pieces);
}

/** The mean over the gate of what is linear between the knots. */
export function meanOverGate(values: ArrayLike<number>): number {
  let sum = (values[0]! + values[values.length - 1]!) / 2;
  for (let k = 1; k < values.length - 1; k += 1) sum += values[k]!;
  return sum / (values.length - 1);
}

/** The shift of a correction at the knots, its constant part included. */
export function shiftsAtKnots(knots: ShiftKnots, { shiftMs, shiftCurve }: TieCorrection): Float64Array {
  return knots.map((_, k) => shiftMs + (shiftCurve[k]?.[1] ?? 0));
}

export interface KnotMeans {
  readonly values: Float64Array;
  /** Of what was averaged. */
  readonly weights: Float64Array;
}

/** Weighted means of samples about the knots: each sample counts for the two knots beside it, by how near they are. */
export function meansAtKnots(
  knots: ShiftKnots,
  samples: Float64Array,
  weights: Float64Array,
  startMs: number,
  intervalMs: number,
): KnotMeans {
  const spacing = knots[1]! - knots[0]!;
  const sums = new Float64Array(knots.length);
  const shares = new Float64Array(knots.length);
  samples.forEach((value, k) => {
    const position = (startMs + k * intervalMs - knots[0]!) / spacing;
    const before = Math.max(0, Math.min(knots.length - 2, Math.floor(position)));
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
