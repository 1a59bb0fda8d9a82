import { expect, test } from 'vitest';
import { compactView } from '../../shared/slices.ts';
import { amplitudeAtPercentile, percentileOfAmplitude, provisionalClip } from './clip.ts';

const SQUARES = { absPercentiles: Float32Array.from({ length: 101 }, (_, percent) => percent * percent) };

test('percentiles lie on lines between the whole ones', () => {
  expect(amplitudeAtPercentile(SQUARES, 98)).toBe(9604);
  expect(amplitudeAtPercentile(SQUARES, 98.5)).toBe(9604 + 0.5 * (9801 - 9604));
  expect(amplitudeAtPercentile(SQUARES, 100)).toBe(10_000);
});

test('the percentile of an amplitude is the inverse', () => {
  for (const percentile of [0.5, 33.25, 98.5, 100]) {
    expect(percentileOfAmplitude(SQUARES, amplitudeAtPercentile(SQUARES, percentile))).toBeCloseTo(percentile, 5);
  }
  expect(percentileOfAmplitude(SQUARES, 1e9)).toBe(100);
});

test('the provisional clip ignores missing traces and knows when there is nothing', () => {
  const view = compactView(Float32Array.of(1, -2, 3, -4, NaN, NaN), 3, 2);
  expect(provisionalClip(view, 100)).toBe(4);
  expect(provisionalClip(compactView(Float32Array.of(NaN), 1, 1), 98)).toBeNull();
});
