import { expect, it } from 'vitest';
import { ProgressRate } from './progress-rate.ts';

function createRate() {
  let nowMs = 0;
  const rate = new ProgressRate(() => nowMs);
  return (atMs: number, done: number): number | null => {
    nowMs = atMs;
    return rate.at(done);
  };
}

it('tells nothing before there is enough to tell from, or while nothing moves', () => {
  const at = createRate();
  expect([at(0, 0), at(100, 50), at(399, 90)]).toEqual([null, null, null]);
  expect(at(500, 100)).toBe(200);
  const idle = createRate();
  expect([idle(0, 7), idle(5000, 7)]).toEqual([null, null]);
});

it('follows what changes within seconds', () => {
  const at = createRate();
  let done = 0;
  for (let atMs = 0; atMs <= 10_000; atMs += 100) at(atMs, (done = atMs));
  let last: number | null = null;
  for (let atMs = 10_100; atMs <= 14_000; atMs += 100) last = at(atMs, (done += 10));
  expect(last).toBeCloseTo(100, 0);
});
