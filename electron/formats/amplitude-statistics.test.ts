import { describe, expect, it } from 'vitest';
import { AmplitudeAccumulator } from './amplitude-statistics.ts';

const statisticsOf = (...blocks: readonly Float32Array[]): ReturnType<AmplitudeAccumulator['finish']> => {
  const accumulator = new AmplitudeAccumulator();
  for (const block of blocks) accumulator.add(block);
  return accumulator.finish(0.5);
};

describe('AmplitudeAccumulator', () => {
  it('counts values into equal bins from the least to the greatest', async () => {
    const { histogram, histogramMin, histogramMax, min, max, sampleCount } = await statisticsOf(
      Float32Array.of(-1, 0, 0.5),
      Float32Array.of(1, 1),
    );
    expect([min, max, histogramMin, histogramMax, sampleCount]).toEqual([-1, 1, -1, 1, 5]);
    expect([histogram[0], histogram[128], histogram[192], histogram[255]]).toEqual([1, 1, 1, 2]);
  });

  it('finds percentiles of magnitude to 0.1 % of their value, over many octaves', async () => {
    const values = Float32Array.from({ length: 10_001 }, (_, i) => (i % 2 === 0 ? 1 : -1) * 1e-20 * 1.01 ** i);
    const sorted = values.map(Math.abs).toSorted();
    const { absPercentiles } = await statisticsOf(values);
    expect(absPercentiles).toHaveLength(101);
    absPercentiles.forEach((value, p) => {
      const exact = sorted[Math.max(0, Math.ceil((p / 100) * sorted.length) - 1)]!;
      expect(Math.abs(value / exact - 1)).toBeLessThan(0.001);
    });
    expect(absPercentiles[100]).toBe(sorted.at(-1));
  });

  it('leaves out NaN and infinities', async () => {
    const statistics = await statisticsOf(Float32Array.of(NaN, Infinity, -Infinity, 3, -4));
    expect(statistics).toMatchObject({ min: -4, max: 3, sampleCount: 2, tracesShare: 0.5 });
    expect(statistics.rms).toBeCloseTo(Math.sqrt(12.5), 6);
    expect(statistics.histogram.reduce((sum, count) => sum + count, 0)).toBe(2);
  });

  it.each([
    ['nothing', Float32Array.of(), 0],
    ['zeros', Float32Array.of(0, -0, 0), 0],
    ['one value', Float32Array.of(5, 5), 5],
  ])('has answers for %s', async (_, samples, magnitude) => {
    const { absPercentiles, rms, max, histogram } = await statisticsOf(samples);
    expect([rms, max, absPercentiles[0], absPercentiles[100]].map((value) => Math.round(value ?? NaN))).toEqual(
      Array(4).fill(magnitude),
    );
    expect(histogram[0]).toBe(samples.length);
  });
});
