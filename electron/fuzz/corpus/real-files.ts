import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { CorpusFiles } from './write-corpus.ts';

/** Also those that are none of ours: an HDF5 file must be refused. */
const IS_SURVEY = /\.(?:sgy|segy|su|seisnc|h5|hdf5)$/i;

/** Survey files that other software wrote, by path within the folder; none where it is missing. */
export function realFiles(folder: string): CorpusFiles {
  if (!existsSync(folder)) return {};
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const surveys = names.filter((name) => IS_SURVEY.test(name)).toSorted();
  return Object.fromEntries(surveys.map((name) => [name, join(folder, name)]));
}
