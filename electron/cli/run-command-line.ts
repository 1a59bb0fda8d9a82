import { Command } from 'commander';
import { addBenchCommand } from './commands/bench-command.ts';
import { addConvertCommand } from './commands/convert-command.ts';
import { addHeadersCommand } from './commands/headers-command.ts';
import { addInfoCommand } from './commands/info-command.ts';
import { addIntersectionsCommand } from './commands/intersections-command.ts';
import { addMappingCommand } from './commands/mapping-command.ts';
import { addSampleCommand } from './commands/sample-command.ts';
import { addServeCommand } from './commands/serve-command.ts';
import { addSliceCommand } from './commands/slice-command.ts';
import { addTiesCommand } from './commands/ties-command.ts';
import { EXIT_DONE, exitCodeOf } from './exit-code.ts';
import type { Terminal } from './terminal.ts';
import { VERSION } from '../version.ts';

/** Runs one command; `words` are what follows the program's name. Returns the exit code and never rejects. */
export async function runCommandLine(words: readonly string[], terminal: Terminal): Promise<number> {
  const program = new Command('crossline')
    .version(VERSION)
    .description('Look at seismic surveys straight from their files, and see where every millisecond goes.')
    .showHelpAfterError('Try --help.')
    // Inherited by every command below, so they stand before them.
    .exitOverride()
    .configureOutput({
      writeOut: (text) => terminal.writeOut(text),
      writeErr: (text) => terminal.writeError(text),
    });
  addInfoCommand(program, terminal);
  addHeadersCommand(program, terminal);
  addMappingCommand(program, terminal);
  addSliceCommand(program, terminal);
  addIntersectionsCommand(program, terminal);
  addTiesCommand(program, terminal);
  addServeCommand(program, terminal);
  addConvertCommand(program, terminal);
  addSampleCommand(program, terminal);
  addBenchCommand(program, terminal);
  try {
    await program.parseAsync(words, { from: 'user' });
    return EXIT_DONE;
  } catch (error) {
    return exitCodeOf(error, terminal);
  }
}
