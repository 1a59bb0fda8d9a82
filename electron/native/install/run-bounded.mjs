/** A command that cannot hang its caller. */
import { spawn } from 'node:child_process';

/**
 * Runs until it ends or `limitMs` have passed; then it is ended with all that it started.
 * Resolves with its exit code (null where it was ended or could not start) and all that it printed.
 */
export function runBounded(command, words, cwd, limitMs) {
  return new Promise((resolve) => {
    const isGroup = process.platform !== 'win32';
    const child = spawn(command, words, { cwd, stdio: ['ignore', 'pipe', 'pipe'], detached: isGroup });
    let output = '';
    let isTimedOut = false;
    const keep = (chunk) => (output += chunk);
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    const timer = setTimeout(() => {
      isTimedOut = true;
      if (isGroup) process.kill(-child.pid, 'SIGKILL');
      else child.kill();
    }, limitMs);
    const settle = (code) => {
      clearTimeout(timer);
      resolve({ code, isTimedOut, output });
    };
    child.on('error', (error) => {
      output += error.message;
      settle(null);
    });
    child.on('close', settle);
  });
}
