import { expect, it } from 'vitest';
import { findCrossings } from '../../../shared/geometry/crossings/find-crossings.ts';
import { packedWalks, randomWalks, subdivided } from './random-walks.ts';

it('draws the same lines for the same seed, inside the square', () => {
  const size = { lines: 3, traces: 500 };
  const { x, y, starts } = packedWalks(size, 7);
  expect(packedWalks(size, 7)).toEqual({ x, y, starts });
  expect([...starts]).toEqual([0, 500, 1000, 1500]);
  expect([...x, ...y].every((value) => value >= 0 && value <= 50_000)).toBe(true);
});

it('divides lines without moving where they cross', () => {
  const walks = randomWalks({ lines: 20, traces: 100 }, 1, 300);
  const [few, many] = [findCrossings(subdivided(walks, 1)), findCrossings(subdivided(walks, 10))];
  expect(few.crossings.x.length).toBeGreaterThan(10);
  expect(many.crossings.x.length).toBe(few.crossings.x.length);
  for (const [i, x] of few.crossings.x.entries()) expect(many.crossings.x[i]).toBeCloseTo(x, 6);
});
