import { expect, test } from 'vitest';
import { shiftRange } from './draw-shift.ts';
import { rowOfSample } from './sample-rows.ts';
import { signedText } from './tie-figures.ts';
import { valueTicksAcross } from './ticks-across.ts';

test('has a true minus, and none before zero', () => {
  expect([signedText(-12.345, 1), signedText(-0.004, 2), signedText(3, 2)]).toEqual(['\u221212.3', '0.00', '3.00']);
});

test('keeps labels off the ends of an edge', () => {
  const labels = valueTicksAcross(-100, 100, 120).map(({ label }) => label);
  expect(labels).toEqual(['\u221250', '0', '50']);
});

test('leaves half a sample above the first and below the last', () => {
  expect([rowOfSample(0, 10, 100), rowOfSample(9, 10, 100)]).toEqual([5, 95]);
});

test('shows at least 10 ms of shift, with the classic one among them', () => {
  const curve = { shiftMs: Float64Array.of(3, 4), confidence: Float64Array.of(1, 1), constantMs: 3.5 };
  expect(shiftRange(curve)).toEqual([-1.5, 8.5]);
  expect(shiftRange({ ...curve, constantMs: 60 })[1]).toBeGreaterThan(60);
  // Where it is not sure it does not count.
  expect(
    shiftRange({ ...curve, shiftMs: Float64Array.of(3, 400), confidence: Float64Array.of(1, 0.1) })[1],
  ).toBeLessThan(20);
});
