/** The survey files that the command line names, and how they are to be read. */
import { resolve } from 'node:path';
import { Command } from 'commander';
import type { RequestedSurvey } from '../../shared/contract.ts';
import { CrosslineError } from '../../shared/errors.ts';
import { addMappingOptions, overridesOf, type MappingOptions } from '../cli/mapping/mapping-options.ts';

/**
 * The options of `crossline serve` that say how a file is read are understood here too, for all files named. Others are
 * the runtime's own and left to it.
 * @param argv of the process: the runtime, then (in a checkout only) the bundle, then options and files
 * @param isPackaged a packaged program has no bundle in its command line
 * @param folder relative names are resolved against it
 * @throws CrosslineError usage; the fault of a mapping file that cannot be read
 */
export async function requestedFiles(
  argv: readonly string[],
  isPackaged: boolean,
  folder: string,
): Promise<RequestedSurvey[]> {
  const command = addMappingOptions(new Command('crossline'))
    .argument('[files...]')
    .allowUnknownOption()
    .helpOption(false)
    .exitOverride()
    .configureOutput({ writeErr: () => undefined });
  try {
    command.parse(argv.slice(isPackaged ? 1 : 2), { from: 'user' });
  } catch (error) {
    throw new CrosslineError({ code: 'usage', detail: messageOf(error) }, { cause: error });
  }
  const overrides = await overridesOf(command.opts<MappingOptions>(), { workingFolder: folder });
  return command.args
    .filter((word) => word !== '' && !word.startsWith('-'))
    .map((word) => ({ path: resolve(folder, word), overrides }));
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
