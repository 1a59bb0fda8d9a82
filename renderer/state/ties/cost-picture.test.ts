import { expect, test } from 'vitest';
import { seededReflectivity } from '../../../shared/ties/test-traces.ts';
import { costPicture } from './cost-picture.ts';
import { gateTraces, rotated } from './tie-signals.ts';

test('costs nothing at the lag by which b comes later, and is no number beyond the gate', () => {
  const a = seededReflectivity(200, 4, 1);
  const b = Float32Array.from({ length: 200 }, (_, k) => a[k - 3] ?? 0);
  const { columns, rows, costs, mean } = costPicture(a, b, { first: 20, end: 180 }, 5);
  expect([columns, rows]).toEqual([11, 160]);
  const costAt = (row: number, lag: number): number => costs[row * columns + lag + 5]!;
  for (let row = 3; row < rows; row += 1) expect(costAt(row, 3)).toBe(0);
  expect(costAt(2, 3)).toBeNaN();
  expect(costAt(rows - 1, -1)).toBeNaN();
  expect(costAt(80, -2)).toBeCloseTo(Math.abs(a[102]! - b[100]!), 6);
  expect(mean).toBeGreaterThan(0);
});

test('what is not heard is no number, and nothing heard has no mean', () => {
  const silent = new Float32Array(10).fill(NaN);
  const { costs, mean } = costPicture(silent, new Float32Array(10), { first: 0, end: 10 }, 2);
  expect(costs.every(Number.isNaN)).toBe(true);
  expect(mean).toBe(0);
});

test('turns a cosine by 90 degrees into minus a sine, at twice the strength', () => {
  const wave = (of: (angle: number) => number) =>
    Float32Array.from({ length: 512 }, (_, k) => of((2 * Math.PI * k) / 16));
  const turned = rotated(wave(Math.cos), 2, 90);
  const expected = wave((angle) => -2 * Math.sin(angle));
  for (let k = 128; k < 384; k += 1) expect(turned[k]).toBeCloseTo(expected[k]!, 1);
});

test('draws both traces and their difference to the larger of both', () => {
  const detail = {
    trace1: Float32Array.of(9, 1, NaN, -4),
    trace2: Float32Array.of(9, 3, 2, 1),
    gate: { first: 1, end: 4 },
  };
  const { difference, peak } = gateTraces(detail);
  expect([...difference]).toEqual([2, NaN, 5]);
  expect(peak).toBe(4);
});
