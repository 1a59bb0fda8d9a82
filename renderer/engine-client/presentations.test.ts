import { expect, test } from 'vitest';
import type { SlicePlane } from '../../shared/slices.ts';
import { crosslineIndex, inlineIndex } from '../../shared/units.ts';
import { Presentations } from './presentations.ts';
import { ManualClock } from './testing/manual-clock.ts';

const INLINE: SlicePlane = { orientation: 'inline', index: inlineIndex(0) };
const CROSSLINE: SlicePlane = { orientation: 'crossline', index: crosslineIndex(0) };

function createRig() {
  const clock = new ManualClock();
  const presentations = new Presentations(clock);
  const done: number[] = [];
  const wait = async (requestId: number, plane = INLINE): Promise<void> => {
    void presentations.ofPicture({ requestId, plane }).then(() => done.push(requestId));
    await clock.advance(0);
  };
  const report = async (requestIds: readonly number[]): Promise<void> => {
    presentations.report(requestIds);
    await clock.advance(1);
  };
  return { clock, presentations, wait, report, done };
}

test('a picture is presented once the first view that took it has reported', async () => {
  const { presentations, wait, report, done } = createRig();
  presentations.expect(8);
  expect(presentations.isExpected(8)).toBe(true);
  presentations.expect(8);
  await wait(8);
  await report([6]);
  expect(done).toEqual([]);
  await report([8]);
  expect(done).toEqual([8]);
});

test('a view that went past a picture presents it no more; other orientations still wait', async () => {
  const { presentations, wait, report, done } = createRig();
  for (const requestId of [2, 4, 6, 8]) presentations.expect(requestId);
  await wait(2);
  await wait(4, CROSSLINE);
  await wait(6);
  await wait(8);
  await report([6]);
  expect(done).toEqual([2, 6]);
});

test('without views nothing is waited for', async () => {
  const { presentations, wait, done } = createRig();
  expect(presentations.isExpected(8)).toBe(false);
  await wait(8);
  expect(done).toEqual([8]);
});

test('a view that never reports is given up', async () => {
  const { clock, presentations, wait, done } = createRig();
  presentations.expect(8);
  await wait(8);
  await clock.advance(1000);
  expect(done).toEqual([8]);
});
