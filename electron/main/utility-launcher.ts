/** Job processes of the Electron host. Utility processes carry structured clones like forked children do. */
import type { utilityProcess as UtilityProcessModule } from 'electron';
import type { ProcessExit, ProcessLauncher } from '../jobs/process-launcher.ts';

type Fork = typeof UtilityProcessModule.fork;

/** @param entry the bundle of `job-process.ts`, outside the asar */
export function createUtilityLauncher(fork: Fork, entry: string): ProcessLauncher {
  return {
    isSeparate: true,
    launch: (name) => {
      const child = fork(entry, [], { serviceName: `Crossline: ${name}`, stdio: ['ignore', 'ignore', 'inherit'] });
      let exit: ProcessExit | null = null;
      const listeners: ((exit: ProcessExit) => void)[] = [];
      // Electron tells an exit code only; a crash is one that is not 0, and it emits `exit` for it as well.
      child.once('exit', (exitCode) => {
        exit = { exitCode, signal: null };
        for (const listener of listeners) listener(exit);
      });
      return {
        send: (message) => {
          if (exit === null) child.postMessage(message);
        },
        onMessage: (listener) => void child.on('message', listener),
        onExit: (listener) => {
          if (exit === null) listeners.push(listener);
          else listener(exit);
        },
        kill: () => void child.kill(),
      };
    },
  };
}
