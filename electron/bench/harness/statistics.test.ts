import { describe, expect, it } from 'vitest';
import { median, minimum, percentile } from './statistics.ts';

describe('order statistics', () => {
  it('takes the middle, or the mean of the two middle ones, whatever the order', () => {
    expect(median([30, 1, 2])).toBe(2);
    expect(median([10, 1, 2, 3])).toBe(2.5);
  });

  it('interpolates between ranks, as numpy.percentile does by default', () => {
    expect(percentile([1, 2, 3, 4, 5], 99)).toBeCloseTo(4.96, 12);
    expect(percentile([7], 0)).toBe(7);
    expect(percentile([], 50)).toBeNaN();
  });

  it('does not reorder what it is given', () => {
    const values = [3, 1, 2];
    median(values);
    expect(values).toEqual([3, 1, 2]);
    expect(minimum(values)).toBe(1);
  });
});
