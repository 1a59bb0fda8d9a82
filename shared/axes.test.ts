import { describe, expect, test } from 'vitest';
import {
  crosslineIndexOf,
  inlineIndexOf,
  inlineNumberAt,
  nearestSampleIndex,
  sampleUnit,
  sampleValueAt,
  type LineAxis,
  type SampleAxis,
} from './axes.ts';
import { crosslineNumber, inlineIndex, inlineNumber } from './units.ts';

const EVERY_FOURTH: LineAxis = { first: -8, last: 8, step: 4, count: 5 };
const FROM_FOUR: SampleAxis = { sampleIntervalUs: 4000, firstSampleMs: 4, count: 75, domain: 'time' };

describe('line axes', () => {
  test('labels and indices are each other’s inverse', () => {
    for (let index = 0; index < EVERY_FOURTH.count; index += 1) {
      expect(inlineIndexOf(EVERY_FOURTH, inlineNumberAt(EVERY_FOURTH, inlineIndex(index)))).toBe(index);
    }
  });

  test.each([-12, -7, 12, 0.5])('there is no line %s', (label) => {
    expect(inlineIndexOf(EVERY_FOURTH, inlineNumber(label))).toBeNull();
    expect(crosslineIndexOf(EVERY_FOURTH, crosslineNumber(label))).toBeNull();
  });
});

describe('the sample axis', () => {
  test('counts from the delay', () => expect(sampleValueAt(FROM_FOUR, 74)).toBe(300));

  test.each([
    [4, 0],
    [5.9, 0],
    [6, 1],
    [2, 0],
    [302, 74],
  ])('%s ms is nearest to sample %s', (time, index) => expect(nearestSampleIndex(FROM_FOUR, time)).toBe(index));

  test.each([1.9, 302.1, Number.NaN])('no sample lies within half an interval of %s ms', (time) =>
    expect(nearestSampleIndex(FROM_FOUR, time)).toBeNull(),
  );

  test('has no unit where the file does not say', () =>
    expect((['time', 'depth', 'unknown'] as const).map(sampleUnit)).toEqual(['ms', 'm', '']));
});
