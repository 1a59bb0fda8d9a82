import { expect, test } from 'vitest';
import { FrameRate } from './frame-rate.ts';

test('the frame rate is that of the frames presented one after another', () => {
  const rate = new FrameRate();
  for (let frame = 0; frame < 10; frame += 1) rate.add(frame * 20);
  expect(rate.perSecond(180)).toBe(50);
});

test('it is unknown before three frames, and once the motion rests', () => {
  const rate = new FrameRate();
  rate.add(0);
  rate.add(20);
  expect(rate.perSecond(20)).toBeNull();
  rate.add(40);
  expect(rate.perSecond(40)).toBe(50);
  expect(rate.perSecond(1000)).toBeNull();
});

test('a rest starts a new count', () => {
  const rate = new FrameRate();
  for (const at of [0, 20, 40, 1000, 1010, 1020]) rate.add(at);
  expect(rate.perSecond(1020)).toBe(100);
});
