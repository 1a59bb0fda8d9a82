import { expect, test } from 'vitest';
import { measureDetail, NEVER_DRAWN } from './profile-detail.ts';

const detailOf = (x: readonly number[], y: readonly number[]): Float32Array => {
  const detail = new Float32Array(x.length);
  measureDetail(Float64Array.from(x), Float64Array.from(y), detail);
  return detail;
};

/** How far (x, y) is from the piece a-b. */
function distanceTo(x: number, y: number, [ax, ay]: readonly number[], [bx, by]: readonly number[]): number {
  const [dx, dy] = [bx! - ax!, by! - ay!];
  const along = Math.min(Math.max(((x - ax!) * dx + (y - ay!) * dy) / (dx * dx + dy * dy || 1), 0), 1);
  return Math.hypot(x - ax! - along * dx, y - ay! - along * dy);
}

/** A crooked line in the manner of UTM. */
function randomWalk(count: number, seed: number): { x: number[]; y: number[] } {
  let state = seed;
  const random = (): number => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
  let [x, y, heading] = [500_000, 6_700_000, 0];
  const walk = { x: [] as number[], y: [] as number[] };
  for (let i = 0; i < count; i += 1) {
    walk.x.push(x);
    walk.y.push(y);
    heading += (random() - 0.5) * 0.6;
    x += 25 * Math.cos(heading);
    y += 25 * Math.sin(heading);
  }
  return walk;
}

test('the ends are always drawn, what lies on a straight line never', () => {
  expect([...detailOf([0, 1, 2, 3], [0, 0, 0, 0])]).toEqual([Infinity, 0, 0, Infinity]);
  expect([...detailOf([0, 2, 4], [0, 3, 0])]).toEqual([Infinity, 3, Infinity]);
});

test('traces without a position and those at the last one are never drawn', () => {
  expect([...detailOf([NaN, 0, 0, 5, NaN, 5], [1, 0, 0, 5, 3, NaN])]).toEqual([
    NEVER_DRAWN,
    Infinity,
    NEVER_DRAWN,
    Infinity,
    NEVER_DRAWN,
    NEVER_DRAWN,
  ]);
  expect([...detailOf([NaN], [NaN])]).toEqual([NEVER_DRAWN]);
  expect([...detailOf([], [])]).toEqual([]);
});

test('a line that turns back over itself keeps its turning point', () => {
  expect(detailOf([0, 10, 4], [0, 0, 0])[1]).toBe(6);
  expect(detailOf([0, 10, 0], [0, 0, 0])[1]).toBe(10);
});

/** No left-out vertex is farther from a level than its tolerance. */
function expectPromise(x: readonly number[], y: readonly number[], detail: Float32Array, tolerance: number): number {
  const kept = x.map((_, i) => i).filter((i) => detail[i]! > tolerance);
  expect(kept[0]).toBe(0);
  expect(kept.at(-1)).toBe(x.length - 1);
  for (let k = 0; k + 1 < kept.length; k += 1) {
    const [a, b] = [kept[k]!, kept[k + 1]!];
    for (let i = a + 1; i < b; i += 1) {
      // Float32 rounds the detail.
      expect(distanceTo(x[i]!, y[i]!, [x[a]!, y[a]!], [x[b]!, y[b]!])).toBeLessThanOrEqual(tolerance * (1 + 1e-6));
    }
  }
  return kept.length;
}

test.each([1, 2, 3])('a level strays from its line by no more than its tolerance (walk %d)', (seed) => {
  const { x, y } = randomWalk(2500, seed);
  const detail = detailOf(x, y);
  for (const tolerance of [1, 10, 1000]) expectPromise(x, y, detail, tolerance);
  expect(expectPromise(x, y, detail, 100)).toBeLessThan(x.length / 5);
});

test('a line whose farthest vertex is always its last but one is halved instead, with the same promise', () => {
  const x = Array.from({ length: 1000 }, (_, i) => i);
  const y = x.map((i) => (i % 2) * 1.05 ** i);
  const detail = detailOf(x, y);
  for (const tolerance of [1, 1e3, 1e9, 1e18]) expectPromise(x, y, detail, tolerance);
});
