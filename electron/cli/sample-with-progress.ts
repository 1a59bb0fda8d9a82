import type { SampleSize } from '../../shared/contract.ts';
import type { SamplePaths } from '../sample/sample-folder.ts';
import { writeSample } from '../sample/write-sample.ts';
import { createProgressLine } from './output/progress-line.ts';
import type { Terminal } from './terminal.ts';

/** Writes the sample survey and draws its progress. Ctrl-C cancels it and leaves nothing half-written. */
export async function writeSampleWithProgress(
  folder: string,
  size: SampleSize,
  terminal: Terminal,
): Promise<SamplePaths> {
  const progress = createProgressLine(terminal, `Writing the ${size} sample survey`, 'bytes');
  try {
    return await writeSample(folder, size, {
      signal: terminal.interrupted,
      onProgress: (done, total) => progress.update(done, total),
    });
  } finally {
    progress.clear();
  }
}
