import { expect, it } from 'vitest';
import { createKnots, meanOverGate, meansAtKnots } from './shift-knots.ts';

it.each([
  [0, 3998, 0, 4000],
  [310, 1290, 300, 1300],
  [320, 330, 300, 350],
  [100, 200, 100, 200],
  [-30, 60, -50, 100],
])('lie on multiples of 50 ms about a gate from %i to %i ms, and know its mean', (fromMs, toMs, first, last) => {
  const knots = createKnots([fromMs, toMs]);
  expect([knots.timesMs[0], knots.timesMs.at(-1)]).toEqual([first, last]);
  expect(knots.shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
  const line = knots.timesMs.map((timeMs) => 3 - 0.02 * timeMs);
  expect(meanOverGate(knots, line)).toBeCloseTo(3 - 0.01 * (fromMs + toMs), 10);
});

it('take the mean of the samples about them, by weight and nearness', () => {
  const knots = createKnots([0, 100]);
  const { values, weights } = meansAtKnots(knots, Float64Array.of(1, 2, 3, 9), Float64Array.of(1, 1, 2, 0), 0, 25);
  expect([...weights]).toEqual([1.5, 2.5, 0]);
  expect([...values]).toEqual([(1 + 0.5 * 2) / 1.5, (0.5 * 2 + 2 * 3) / 2.5, 0]);
});
