import { expect, it } from 'vitest';
import { FrameMemory } from './frame-memory.ts';

it('gives memory that came back to the next frame of about its size', () => {
  const memory = new FrameMemory();
  const first = memory.take(100_000);
  memory.giveBack(first.subarray(0, 99_000));
  const second = memory.take(90_000);
  expect(second.buffer).toBe(first.buffer);
  expect(memory.take(90_000).buffer).not.toBe(first.buffer);
});

it('does not lend a large memory for a small frame, nor keep small ones', () => {
  const memory = new FrameMemory();
  const [large, small] = [memory.take(1_000_000), memory.take(1000)];
  memory.giveBack(large);
  memory.giveBack(small);
  expect(memory.take(1000).buffer).not.toBe(small.buffer);
  expect(memory.take(70_000).buffer).not.toBe(large.buffer);
});
