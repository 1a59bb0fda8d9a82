import { CommanderError } from 'commander';
import { describeFault, faultOf } from '../../shared/errors.ts';
import type { Terminal } from './terminal.ts';

export const EXIT_DONE = 0;
export const EXIT_FAILED = 1;
export const EXIT_USAGE = 2;

/** Tells the user in one line what went wrong, and returns the exit code that says it to a script. */
export function exitCodeOf(thrown: unknown, terminal: Terminal): number {
  // Commander has already written its own words; help and version "throw" with exit code 0.
  if (thrown instanceof CommanderError) return thrown.exitCode === 0 ? EXIT_DONE : EXIT_USAGE;
  const fault = faultOf(thrown);
  const { message, advice } = describeFault(fault);
  terminal.writeError(`crossline: ${`${message} ${advice}`.replace(/\s+/g, ' ')}\n`);
  return fault.code === 'usage' || fault.code === 'wrong-expression' ? EXIT_USAGE : EXIT_FAILED;
}
