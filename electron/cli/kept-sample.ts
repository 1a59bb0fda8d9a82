import { join } from 'node:path';
import type { SampleSize } from '../../shared/contract.ts';
import { appFolders } from '../engine/app-folders.ts';
import type { SamplePaths } from '../sample/sample-folder.ts';
import { findSample } from '../sample/write-sample.ts';
import { writeSampleWithProgress } from './sample-with-progress.ts';
import type { Terminal } from './terminal.ts';

/** The sample survey in Crossline's own folders, written when it is first asked for. */
export async function keptSample(size: SampleSize, terminal: Terminal): Promise<SamplePaths> {
  // The page's button writes the small one here too. A folder holds one size, so the others lie below.
  const { sample } = appFolders();
  const folder = size === 'small' ? sample : join(sample, size);
  return (await findSample(folder, size)) ?? (await writeSampleWithProgress(folder, size, terminal));
}
