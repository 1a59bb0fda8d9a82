import { expect, test } from 'vitest';
import { levelFor, LineLevels } from './line-levels.ts';

const LINE = {
  x: Float64Array.of(0, 1, 2, 3, 4, NaN),
  y: Float64Array.of(0, 9, 0, 2, 0, NaN),
  detail: Float32Array.of(Infinity, 9, 0.5, 2, Infinity, -1),
};

test('a level holds the vertices that matter at its tolerance, whichever was asked for before', () => {
  const expected: [number, number[]][] = [
    [4, [0, 4]],
    [2, [0, 1, 4]],
    [0, [0, 1, 3, 4]],
    [-2, [0, 1, 2, 3, 4]],
  ];
  for (const order of [expected, expected.toReversed()]) {
    const levels = new LineLevels(LINE);
    for (const [level, vertices] of order) expect([...levels.vertices(level)]).toEqual(vertices);
  }
});

test('levels that leave nothing more out share their vertices', () => {
  const levels = new LineLevels(LINE);
  expect(levels.vertices(-2)).toBe(levels.vertices(-2));
  expect(levels.vertices(-2)).toHaveLength(5);
  const finest = levels.vertices(-10);
  expect(levels.vertices(-9)).toBe(finest);
});

test('a level strays by no more than what it is for', () => {
  for (const tolerance of [1e-9, 0.3, 1, 7, 1000]) {
    const level = levelFor(tolerance);
    expect(2 ** level <= tolerance || level === -10).toBe(true);
  }
  expect(levelFor(8)).toBe(3);
});
