import { expect, test } from 'vitest';
import { Presentations } from './presentations.ts';
import { ManualClock } from './testing/manual-clock.ts';

function createRig() {
  const clock = new ManualClock();
  const presentations = new Presentations(clock);
  let isDone = false;
  const wait = async (requestId: number): Promise<void> => {
    void presentations.ofPicture(requestId).then(() => {
      isDone = true;
    });
    await clock.advance(0);
  };
  return { clock, presentations, wait, isDone: () => isDone };
}

test('a picture is presented once every view that took it has reported', async () => {
  const { clock, presentations, wait, isDone } = createRig();
  presentations.expect(7);
  presentations.expect(7);
  await wait(7);
  presentations.report([7]);
  await clock.advance(1);
  expect(isDone()).toBe(false);
  presentations.report([6, 7]);
  await clock.advance(1);
  expect(isDone()).toBe(true);
});

test('without views nothing is waited for', async () => {
  const { wait, isDone } = createRig();
  await wait(7);
  expect(isDone()).toBe(true);
});

test('a view that never reports is given up', async () => {
  const { clock, presentations, wait, isDone } = createRig();
  presentations.expect(7);
  await wait(7);
  await clock.advance(1000);
  expect(isDone()).toBe(true);
});
