/** The survey files that the command line names. */
import { resolve } from 'node:path';

/**
 * @param argv of the process: the runtime, then (in a checkout only) the bundle, then options and files
 * @param isPackaged a packaged program has no bundle in its command line
 * @param folder relative names are resolved against it
 */
export const requestedFiles = (argv: readonly string[], isPackaged: boolean, folder: string): string[] =>
  argv
    .slice(isPackaged ? 1 : 2)
    .filter((word) => word !== '' && !word.startsWith('-'))
    .map((word) => resolve(folder, word));
