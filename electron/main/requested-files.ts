/** The survey files that the command line names. */
import { resolve } from 'node:path';
import type { RequestedSurvey } from '../../shared/contract.ts';

/**
 * @param argv of the process: the runtime, then (in a checkout only) the bundle, then options and files
 * @param isPackaged a packaged program has no bundle in its command line
 * @param folder relative names are resolved against it
 */
export const requestedFiles = (argv: readonly string[], isPackaged: boolean, folder: string): RequestedSurvey[] =>
  argv
    .slice(isPackaged ? 1 : 2)
    .filter((word) => word !== '' && !word.startsWith('-'))
    .map((word) => ({ path: resolve(folder, word), overrides: null }));
