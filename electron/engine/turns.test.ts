import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { Turns } from './turns.ts';

it('runs so many at a time, in order, passes over the aborted, and goes on behind a failure', async () => {
  const turns = new Turns(2);
  const started: number[] = [];
  const ends: (() => void)[] = [];
  const controllers = Array.from({ length: 5 }, () => new AbortController());
  const runs = controllers.map(({ signal }, task) =>
    turns.run(() => {
      started.push(task);
      return new Promise<number>((resolve, reject) => {
        ends.push(() => (task === 1 ? reject(new Error('failed')) : resolve(task)));
      });
    }, signal),
  );
  const outcomes = Promise.allSettled(runs);
  await nextTurn();
  expect(started).toEqual([0, 1]);
  controllers[2]!.abort();
  ends[1]!();
  await nextTurn();
  expect(started).toEqual([0, 1, 3]);
  ends[0]!();
  await nextTurn();
  for (const end of ends.slice(2)) end();
  expect((await outcomes).map((outcome) => (outcome.status === 'fulfilled' ? outcome.value : 'failed'))).toEqual([
    0,
    'failed',
    null,
    3,
    4,
  ]);
});
