import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { JobRunner } from './job-runner.ts';
import type { LaunchedProcess, ProcessExit, ProcessLauncher } from './process-launcher.ts';

const LINES = { x: new Float64Array(0), y: new Float64Array(0), starts: Uint32Array.of(0) };
const CROSS = { lines: LINES, algorithm: 'auto', selfCrossings: false, only: null } as const;

/** A process that answers nothing by itself. */
class FakeProcess implements LaunchedProcess {
  readonly sent: unknown[] = [];
  isGone = false;
  #say: (message: unknown) => void = () => undefined;
  #end: (exit: ProcessExit) => void = () => undefined;

  send(message: unknown): void {
    this.sent.push(message);
  }

  onMessage(listener: (message: unknown) => void): void {
    this.#say = listener;
  }

  onExit(listener: (exit: ProcessExit) => void): void {
    this.#end = listener;
  }

  kill(): void {
    if (this.isGone) return;
    this.isGone = true;
    this.#end({ exitCode: null, signal: 'SIGKILL' });
  }

  say(message: unknown): void {
    this.#say(message);
  }
}

let launched: FakeProcess[];
let runner: JobRunner;
beforeEach(() => {
  vi.useFakeTimers();
  launched = [];
  const launcher: ProcessLauncher = {
    isSeparate: true,
    launch: () => {
      launched.push(new FakeProcess());
      return launched.at(-1)!;
    },
  };
  runner = new JobRunner(launcher, () => undefined);
});
afterEach(() => vi.useRealTimers());

const startCross = () => runner.start('cross', 'Finding crossings', CROSS);

it('gives the next search the process of the last one, and each its own result', async () => {
  const first = startCross();
  launched[0]!.say({ type: 'done', result: 'first' });
  await expect(first.result).resolves.toBe('first');
  const second = startCross();
  launched[0]!.say({ type: 'done', result: 'second' });
  await expect(second.result).resolves.toBe('second');
  expect(launched).toHaveLength(1);
  expect(launched[0]!.sent).toHaveLength(2);
});

it('starts another where two run at once, and keeps one of them', async () => {
  const results = [startCross().result, startCross().result];
  for (const process of launched) process.say({ type: 'done', result: 'found' });
  await Promise.all(results);
  expect(launched.map(({ isGone }) => isGone)).toEqual([true, false]);
});

it('ends a process whose search failed, was cancelled or is gone, and starts anew', async () => {
  const failed = startCross();
  launched[0]!.say({ type: 'failed', fault: { code: 'internal', detail: 'a defect' } });
  await expect(failed.result).rejects.toMatchObject({ fault: { code: 'internal' } });
  expect(launched[0]!.isGone).toBe(true);

  const cancelled = startCross();
  runner.cancel(cancelled.id);
  vi.advanceTimersByTime(10_000);
  await expect(cancelled.result).rejects.toMatchObject({ fault: { code: 'cancelled' } });

  const done = startCross();
  launched[2]!.say({ type: 'done', result: null });
  await done.result;
  launched[2]!.kill();
  const after = startCross();
  launched[3]!.kill();
  await expect(after.result).rejects.toMatchObject({ fault: { code: 'job-crashed' } });
});

it('lets go of it after a minute, or when the engine closes', async () => {
  const first = startCross();
  launched[0]!.say({ type: 'done', result: null });
  await first.result;
  expect(runner.processCount).toBe(1);
  vi.advanceTimersByTime(60_000);
  expect([launched[0]!.isGone, runner.processCount]).toEqual([true, 0]);

  const second = startCross();
  launched[1]!.say({ type: 'done', result: null });
  await second.result;
  await runner.close();
  expect([launched[1]!.isGone, runner.processCount]).toEqual([true, 0]);
});

it('ends the processes of other jobs as before', async () => {
  const { result } = runner.start('sample', 'Writing', { folder: '/', size: 'small' });
  launched[0]!.say({ type: 'done', result: '/sample.sgy' });
  await result;
  expect(launched[0]!.isGone).toBe(true);
});
