/** Where Crossline keeps what it remembers. `CROSSLINE_STATE` moves all of it, for tests and portable use. */
import { join } from 'node:path';
import envPaths from 'env-paths';

export interface AppFolders {
  /** Small files that describe the user's work: recent surveys. */
  readonly state: string;
  /** Indexes of scanned surveys: large, and made again when lost. */
  readonly cache: string;
  /** Where the sample surveys are written. */
  readonly sample: string;
}

export function appFolders(environment: Readonly<Record<string, string | undefined>> = process.env): AppFolders {
  const state = environment['CROSSLINE_STATE'];
  if (state !== undefined && state !== '') {
    return { state, cache: join(state, 'cache'), sample: join(state, 'sample') };
  }
  const { data, cache } = envPaths('crossline', { suffix: '' });
  return { state: data, cache, sample: join(data, 'sample') };
}
