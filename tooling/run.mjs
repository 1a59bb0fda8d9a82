/** Child processes that the tooling starts. */
import { spawn } from 'node:child_process';
import { constants } from 'node:os';

/** Signals that end us and are passed on. Ctrl-C reaches the whole foreground group by itself. */
const PASSED_ON = ['SIGTERM', 'SIGHUP'];

const STDIO = {
  inherit: ['ignore', 'inherit', 'inherit'],
  stderr: ['ignore', 2, 2],
  interactive: ['inherit', 'inherit', 'inherit'],
};

/** How soon the loss of the parent is noticed, in ms. */
const ORPHANED_AFTER_MS = 1000;

/**
 * Calls back once when whoever started this process is gone: npm passes a signal on to its shell and no further, and
 * whoever is ended by force tells nobody. Windows does not tell.
 */
function onOrphaned(callBack) {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    callBack();
  }, ORPHANED_AFTER_MS);
  timer.unref();
  return () => clearInterval(timer);
}

/** The exit code that a shell reports for a process ended by `signal`. */
const statusOf = (code, signal) => code ?? 128 + (constants.signals[signal] ?? 0);

/**
 * Runs a program to its end and resolves with its exit status (128 + n where signal n ended it). While it runs, Ctrl-C and
 * termination are the child's to answer. Rejects where it cannot be started.
 */
export function run(file, args, { cwd, env = process.env, shell = false, output = 'inherit' } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { cwd, env, shell, stdio: STDIO[output] });
    const waitForChild = () => undefined;
    const passOn = (signal) => child.kill(signal);
    process.on('SIGINT', waitForChild);
    for (const signal of PASSED_ON) process.on(signal, passOn);
    const stopWatching = onOrphaned(() => passOn('SIGTERM'));
    const release = () => {
      stopWatching();
      process.off('SIGINT', waitForChild);
      for (const signal of PASSED_ON) process.off(signal, passOn);
    };
    child.once('error', (error) => {
      release();
      reject(error);
    });
    child.once('close', (code, signal) => {
      release();
      resolve({ status: statusOf(code, signal), signal });
    });
  });
}

/** Runs one of the checkout's scripts or bundles under this Node. */
export const runNode = (args, options) => run(process.execPath, args, options);
