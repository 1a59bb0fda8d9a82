/** What makes a line right: corrected(t) = gain rotate(raw(t - shiftMs - shiftCurve(t)), phaseDeg). */
export interface TieCorrection {
  readonly shiftMs: number;
  /** rotate(x, phase) = cos(phase) x - sin(phase) H{x}, which turns cos(wt) into cos(wt + phase); -180 to 180. */
  readonly phaseDeg: number;
  /** Positive: a flipped polarity is a phase of 180 degrees. */
  readonly gain: number;
  /** [time, shift] in ms, times ascending, linear between the points and constant beyond them; zero mean over the gate. */
  readonly shiftCurve: readonly (readonly [timeMs: number, shiftMs: number])[];
}

export const NO_CORRECTION: TieCorrection = { shiftMs: 0, phaseDeg: 0, gain: 1, shiftCurve: [] };

/** The curve's value at a corrected time. */
export function shiftCurveAt(curve: TieCorrection['shiftCurve'], timeMs: number): number {
  if (curve.length === 0) return 0;
  let [low, high] = [0, curve.length - 1];
  if (timeMs <= curve[low]![0]) return curve[low]![1];
  if (timeMs >= curve[high]![0]) return curve[high]![1];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (curve[middle]![0] <= timeMs) low = middle;
    else high = middle;
  }
  const [t0, shift0] = curve[low]!;
  const [t1, shift1] = curve[high]!;
  return shift0 + ((timeMs - t0) / (t1 - t0)) * (shift1 - shift0);
}

/** -180 to below 180. */
export const wrapDegrees = (degrees: number): number => degrees - 360 * Math.floor((degrees + 180) / 360);
