import { describe, expect, it } from 'vitest';
import { lineTicks, niceStep, sampleTicks, tickLabel, tickValues, traceTicks } from './ticks.ts';

describe('niceStep', () => {
  it.each([
    [1, 1],
    [1.1, 2],
    [3, 5],
    [7, 10],
    [1000, 1000],
    [21, 25],
    [230, 250],
    [2.1, 5],
    [0.003, 0.005],
    [0.2, 0.2],
  ])('no less than %d is %d', (least, step) => {
    expect(niceStep(least)).toBeCloseTo(step, 12);
  });
});

describe('tickValues', () => {
  it('holds the ends where they are multiples', () => {
    expect(tickValues(0, 1000, 5, 1).values).toEqual([0, 200, 400, 600, 800, 1000]);
  });

  it('is empty for an empty range and where nothing fits', () => {
    expect(tickValues(5, 5, 4, 1).values).toEqual([]);
    expect(tickValues(0, 10, 0, 1).values).toEqual([]);
    expect(tickValues(1.2, 1.8, 4, 1).values).toEqual([]);
  });
});

describe('labels', () => {
  it.each([
    [0.5, 0.1, '0.5'],
    [1500, 500, '1500'],
    [-40, 20, '\u221240'],
    [-0, 20, '0'],
    [0.25, 0.05, '0.25'],
  ])('%d in steps of %d reads %s', (value, step, label) => {
    expect(tickLabel(value, step)).toBe(label);
  });
});

describe('axis ticks', () => {
  it('places line numbers between the lines that exist', () => {
    const axis = { first: 101, last: 301, step: 2, count: 101 };
    expect(lineTicks(axis, 0, 100, 4)).toEqual([
      { position: 24.5, label: '150' },
      { position: 49.5, label: '200' },
      { position: 74.5, label: '250' },
      { position: 99.5, label: '300' },
    ]);
  });

  it('labels a single line', () => {
    expect(lineTicks({ first: 7, last: 7, step: 1, count: 1 }, -0.5, 0.5, 4)).toEqual([{ position: 0, label: '7' }]);
  });

  it('places times on a delayed axis of 2 ms', () => {
    const axis = { sampleIntervalUs: 2000, firstSampleMs: 4, count: 501, domain: 'time' } as const;
    expect(sampleTicks(axis, 0, 500, 3)).toEqual([
      { position: 248, label: '500' },
      { position: 498, label: '1000' },
    ]);
  });

  it('counts traces from 1', () => {
    expect(traceTicks(-0.5, 9.5, 2)).toEqual([
      { position: 4, label: '5' },
      { position: 9, label: '10' },
    ]);
  });
});
