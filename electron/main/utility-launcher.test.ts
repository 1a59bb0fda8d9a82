import { EventEmitter } from 'node:events';
import type { utilityProcess } from 'electron';
import { expect, test, vi } from 'vitest';
import { createUtilityLauncher } from './utility-launcher.ts';

class StubChild extends EventEmitter {
  readonly postMessage = vi.fn();
  readonly kill = vi.fn(() => true);
}

function launch() {
  const child = new StubChild();
  const fork = vi.fn(() => child);
  const launcher = createUtilityLauncher(fork as unknown as typeof utilityProcess.fork, '/app/job-process.mjs');
  return { child, fork, launched: launcher.launch('scan') };
}

test('forks the entry under a name that the process list shows', () => {
  const { fork } = launch();
  expect(fork).toHaveBeenCalledExactlyOnceWith(
    '/app/job-process.mjs',
    [],
    expect.objectContaining({ serviceName: 'Crossline: scan' }),
  );
});

test('messages go both ways until the child exits', () => {
  const { child, launched } = launch();
  const received: unknown[] = [];
  launched.onMessage((message) => received.push(message));
  launched.send({ start: 1 });
  child.emit('message', { done: 2 });
  child.emit('exit', 0);
  launched.send({ late: true });
  expect(child.postMessage).toHaveBeenCalledExactlyOnceWith({ start: 1 });
  expect(received).toEqual([{ done: 2 }]);
});

test('an exit is told once, also to who asks after it', () => {
  const { child, launched } = launch();
  const early = vi.fn();
  const late = vi.fn();
  launched.onExit(early);
  launched.kill();
  child.emit('exit', 9);
  launched.onExit(late);
  expect(child.kill).toHaveBeenCalledOnce();
  expect(early).toHaveBeenCalledExactlyOnceWith({ exitCode: 9, signal: null });
  expect(late).toHaveBeenCalledExactlyOnceWith({ exitCode: 9, signal: null });
});
