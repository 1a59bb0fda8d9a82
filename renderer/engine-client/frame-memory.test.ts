import { expect, test } from 'vitest';
import { FrameMemory } from './frame-memory.ts';

test('memory that came back serves the next frame of about its size', () => {
  const memory = new FrameMemory();
  const first = memory.take(1_000_000);
  expect(first.byteLength).toBeGreaterThanOrEqual(1_000_000);
  memory.giveBack(first);
  expect(memory.take(100_000)).not.toBe(first);
  expect(memory.take(1_000_020)).toBe(first);
  expect(memory.take(1_000_000)).not.toBe(first);
});

test('keeps a few, the latest first', () => {
  const memory = new FrameMemory();
  const all = Array.from({ length: 7 }, () => memory.take(100_000));
  for (const each of all) memory.giveBack(each);
  const taken = Array.from({ length: 7 }, () => memory.take(100_000));
  expect(taken.filter((each) => all.includes(each))).toEqual(all.slice(3).reverse());
});
