import { join } from 'node:path';
import type { SampleSize } from '../../shared/contract.ts';
import { appFolders } from '../engine/app-folders.ts';
import { findSample } from '../sample/write-sample.ts';
import { writeSampleWithProgress } from './sample-with-progress.ts';
import type { Terminal } from './terminal.ts';

/** The cube of the sample survey, written when a benchmark first asks for that size. A folder holds one size. */
export async function benchSample(size: SampleSize, terminal: Terminal): Promise<string> {
  const folder = join(appFolders().sample, size);
  const sample = (await findSample(folder, size)) ?? (await writeSampleWithProgress(folder, size, terminal));
  return sample.cubePath;
}
