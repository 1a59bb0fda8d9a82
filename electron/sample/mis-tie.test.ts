import { describe, expect, test } from 'vitest';
import { createShiftCurve, earthTimeAt, NO_MIS_TIE, shiftCurveAt, type MisTie } from './mis-tie.ts';

const shiftCurve = createShiftCurve(1500, 6, 1.15, 20);
const misTie: MisTie = { shiftMs: 7.3, phaseDeg: 0, gain: 1, shiftCurve };
/** The stored time of an earth time, as the definition of the correction states it. */
const storedTime = (earthMs: number): number => earthMs - misTie.shiftMs - shiftCurveAt(shiftCurve, earthMs);

describe('earthTimeAt', () => {
  test('inverts t - shiftMs - shiftCurve(t), inside the record and beyond', () => {
    for (let earthMs = -50; earthMs < 1560; earthMs += 0.37) {
      expect(earthTimeAt(misTie, storedTime(earthMs))).toBeCloseTo(earthMs, 9);
    }
  });

  test('is the stored time itself without a mis-tie', () => {
    expect(earthTimeAt(NO_MIS_TIE, 312)).toBe(312);
  });
});

describe('createShiftCurve', () => {
  test('has zero mean over the record', () => {
    let sum = 0;
    for (let i = 0; i < 150_000; i++) sum += shiftCurveAt(shiftCurve, (i + 0.5) / 100);
    expect(Math.abs(sum / 150_000)).toBeLessThan(1e-6);
  });

  test('has a point every 50 ms from 0 to the end', () => {
    expect(shiftCurve.map(([timeMs]) => timeMs)).toEqual(Array.from({ length: 31 }, (_, i) => 50 * i));
  });
});

test('a curve is linear between its points and constant beyond them', () => {
  const curve: MisTie['shiftCurve'] = [
    [0, 2],
    [100, 4],
    [200, -4],
  ];
  expect([-10, 0, 25, 100, 150, 200, 300].map((t) => shiftCurveAt(curve, t))).toEqual([2, 2, 2.5, 4, 0, -4, -4]);
  expect(shiftCurveAt([], 100)).toBe(0);
});
