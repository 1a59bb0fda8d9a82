/** Child processes of plain Node. */
import { fork, type Serializable } from 'node:child_process';
import type { LaunchedProcess, ProcessExit, ProcessLauncher } from './process-launcher.ts';

/** @param entry the bundle of `job-process.ts` */
export const createForkLauncher = (entry: string): ProcessLauncher => ({
  isSeparate: true,
  launch: () => launchFork(entry),
});

function launchFork(entry: string): LaunchedProcess {
  // `advanced` is the structured clone, which keeps typed arrays and NaN. execArgv: no debugger port or loader inherited.
  const child = fork(entry, [], {
    serialization: 'advanced',
    execArgv: [],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  let exit: ProcessExit | null = null;
  const listeners: ((exit: ProcessExit) => void)[] = [];
  const end = (how: ProcessExit): void => {
    if (exit !== null) return;
    exit = how;
    for (const listener of listeners) listener(how);
  };
  child.once('exit', (exitCode, signal) => end({ exitCode, signal }));
  // Either it never started, or a message could not be sent to a child that is going: its exit tells the rest.
  child.on('error', () => {
    if (child.pid === undefined) end({ exitCode: null, signal: null });
  });
  return {
    send: (message) => {
      if (child.connected) child.send(message as Serializable, () => undefined);
    },
    onMessage: (listener) => void child.on('message', listener),
    onExit: (listener) => {
      if (exit === null) listeners.push(listener);
      else listener(exit);
    },
    kill: () => void child.kill('SIGKILL'),
  };
}
