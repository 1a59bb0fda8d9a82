/**
 * Mis-ties of a line, stated as the correction that makes it right:
 *
 *   corrected(t) = gain * rotate(raw(t - shiftMs - shiftCurve(t)), phaseDeg)
 *
 * with `rotate` of `wavelet.ts`. The stored trace is therefore the earth put through the inverse,
 *
 *   raw(s) = rotate(earth, -phaseDeg)(t) / gain   where   s = t - shiftMs - shiftCurve(t),
 *
 * and t, "the time in the earth that sample s shows", is found without iteration: the curve is linear between its
 * points, so the map from t to s is, too, and so is its inverse.
 */
export interface MisTie {
  readonly shiftMs: number;
  readonly phaseDeg: number;
  readonly gain: number;
  /**
   * [time, shift] in ms, times increasing, linear between the points and constant beyond them. Zero mean over the
   * record. Empty for a line without time-variant shift.
   */
  readonly shiftCurve: readonly (readonly [timeMs: number, ms: number])[];
}

export const NO_MIS_TIE: MisTie = { shiftMs: 0, phaseDeg: 0, gain: 1, shiftCurve: [] };

/** The curve's value at an earth time. */
export function shiftCurveAt(curve: MisTie['shiftCurve'], timeMs: number): number {
  if (curve.length === 0) return 0;
  let after = curve.findIndex(([knotMs]) => knotMs > timeMs);
  if (after === 0) return curve[0]![1];
  if (after < 0) return curve[curve.length - 1]![1];
  const [t1, shift1] = curve[after]!;
  const [t0, shift0] = curve[--after]!;
  return shift0 + ((timeMs - t0) / (t1 - t0)) * (shift1 - shift0);
}

/** The time in the earth that the stored trace shows at `storedMs`. */
export function earthTimeAt(misTie: MisTie, storedMs: number): number {
  const { shiftMs, shiftCurve } = misTie;
  const unshifted = storedMs + shiftMs;
  if (shiftCurve.length === 0) return unshifted;
  /** Knots lie at t - curve(t) once the static shift is taken away. */
  const after = shiftCurve.findIndex(([timeMs, ms]) => timeMs - ms > unshifted);
  if (after === 0) return unshifted + shiftCurve[0]![1];
  if (after < 0) return unshifted + shiftCurve[shiftCurve.length - 1]![1];
  const [t0, ms0] = shiftCurve[after - 1]!;
  const [t1, ms1] = shiftCurve[after]!;
  return t0 + ((unshifted - (t0 - ms0)) * (t1 - t0)) / (t1 - ms1 - (t0 - ms0));
}

/** A slow swing of `amplitudeMs` over the record, with its mean over the record taken away. */
export function createShiftCurve(
  recordMs: number,
  amplitudeMs: number,
  cycles: number,
  phaseDeg: number,
  spacingMs = 50,
): MisTie['shiftCurve'] {
  const count = Math.round(recordMs / spacingMs);
  const points = Array.from({ length: count + 1 }, (_, i): [number, number] => {
    const angle = 2 * Math.PI * ((cycles * i) / count + phaseDeg / 360);
    return [(i * recordMs) / count, amplitudeMs * Math.sin(angle)];
  });
  /** Trapezoids are exact for a curve that is linear between its points. */
  const sum = points.reduce((total, [, ms], i) => total + (i === 0 || i === count ? ms / 2 : ms), 0);
  return points.map(([timeMs, ms]) => [timeMs, ms - sum / count]);
}
