import { resolve } from 'node:path';
import type { Terminal } from './terminal.ts';

/** A survey named on the command line, as the engine opens it: absolute, but for synthetic surveys, which are no files. */
export const resolveSurveyPath = (path: string, terminal: Terminal): string =>
  path.startsWith('synthetic:') ? path : resolve(terminal.workingFolder, path);
