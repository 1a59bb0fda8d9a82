import { describe, expect, it } from 'vitest';
import {
  lineTicks,
  niceStep,
  offsetTicks,
  sampleTicks,
  tickLabel,
  tickValues,
  traceTicks,
  valueTicks,
} from './ticks.ts';

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

describe('ticks of numbers that a file gives to positions', () => {
  const labelsAt = (ticks: readonly { position: number; label: string }[]): [number, string][] =>
    ticks.map(({ position, label }) => [Number(position.toFixed(3)), label]);

  it('stand at round values, between positions too, whichever way they run', () => {
    const rising = Int32Array.from({ length: 11 }, (_, index) => 96 + 2 * index);
    expect(labelsAt(valueTicks(rising, 0, 10, 4, 1))).toEqual([
      [2, '100'],
      [4.5, '105'],
      [7, '110'],
      [9.5, '115'],
    ]);
    const falling = rising.toReversed();
    expect(labelsAt(valueTicks(falling, 0, 10, 4, 1)).map(([, label]) => label)).toEqual(['100', '105', '110', '115']);
    expect(labelsAt(valueTicks(falling, 0, 10, 4, 1))[0]).toEqual([8, '100']);
  });

  it('skip where a line stands still, and see only what is in view', () => {
    const distance = Float64Array.from([0, 10, 10, 10, 20, 30]);
    expect(labelsAt(valueTicks(distance, 0, 5, 3, 1))).toEqual([
      [0, '0'],
      [1, '10'],
      [4, '20'],
      [5, '30'],
    ]);
    expect(labelsAt(valueTicks(distance, 4, 5, 3, 10))).toEqual([
      [4, '20'],
      [5, '30'],
    ]);
  });

  it('are those of evenly spaced positions where the numbers go to and fro', () => {
    expect(labelsAt(valueTicks(Int32Array.from([5, 9, 5, 9, 5, 9]), 0, 5, 3, 1))).toEqual([
      [0, '5'],
      [2, '5'],
      [4, '5'],
    ]);
  });

  it('of offsets stand at the offsets that there are', () => {
    const axis = { kind: 'offsets', values: [150, 300, 700, 1500] } as const;
    expect(labelsAt(offsetTicks(axis, -0.5, 3.5, 9))).toEqual([
      [0, '150'],
      [1, '300'],
      [2, '700'],
      [3, '1500'],
    ]);
    expect(labelsAt(offsetTicks(axis, -0.5, 3.5, 2)).map(([position]) => position)).toEqual([0, 2]);
    expect(labelsAt(offsetTicks({ kind: 'numbers', count: 3 }, 0, 2, 9)).map(([, label]) => label)).toEqual([
      '1',
      '2',
      '3',
    ]);
  });
});
