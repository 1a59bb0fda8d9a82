import { userFolder } from './user-folder.ts';
import type { Terminal } from './terminal.ts';

/** The terminal of this process. Call once: it listens for Ctrl-C, for the system's wish to end, and for a closed pipe. */
export function createProcessTerminal(): Terminal {
  const interruption = new AbortController();
  // Once: a second Ctrl-C ends the process at once, as the system does it.
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => interruption.abort());
  process.stdout.on('error', endOnClosedPipe);
  process.stderr.on('error', endOnClosedPipe);
  return {
    workingFolder: userFolder(process.env, process.cwd()),
    isErrorInteractive: process.stderr.isTTY,
    interrupted: interruption.signal,
    writeOut: (text) => void process.stdout.write(text),
    writeError: (text) => void process.stderr.write(text),
  };
}

/** `crossline info FILE | head -1`: who reads has seen enough, which is no failure. */
function endOnClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
}
