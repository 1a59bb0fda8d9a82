import { dirname, resolve } from 'node:path';
import { Option } from 'commander';
import type { Command } from 'commander';
import type { SampleSize } from '../../../shared/contract.ts';
import { watchPeakMemory } from '../../bench/harness/peak-memory.ts';
import type { SamplePaths } from '../../sample/sample-folder.ts';
import { findSample } from '../../sample/write-sample.ts';
import { alignedLines } from '../output/aligned-lines.ts';
import { bytesText } from '../../bench/harness/bytes-text.ts';
import { SAMPLE_SIZES } from '../sample-sizes.ts';
import { writeSampleWithProgress } from '../sample-with-progress.ts';
import type { Terminal } from '../terminal.ts';

export function addSampleCommand(program: Command, terminal: Terminal): void {
  program
    .command('sample')
    .description('Write the sample survey: a cube, 24 lines across it, and the truth about their mis-ties')
    .argument('<folder>', 'where to write; made where it does not exist')
    .addOption(new Option('--size <size>', 'about 20 MB, 850 MB or 3.4 GB').choices(SAMPLE_SIZES).default('small'))
    .action(async (folder: string, { size }: { size: SampleSize }) => {
      const target = resolve(terminal.workingFolder, folder);
      const present = await findSample(target, size);
      if (present !== null) terminal.writeError('It is there already, complete.\n');
      terminal.writeOut(sampleText(present ?? (await writeMeasured(target, size, terminal))));
    });
}

async function writeMeasured(folder: string, size: SampleSize, terminal: Terminal): Promise<SamplePaths> {
  const memory = watchPeakMemory();
  try {
    const sample = await writeSampleWithProgress(folder, size, terminal);
    const peak = memory.stop();
    if (peak !== null) terminal.writeError(`Peak memory: ${bytesText(peak)}\n`);
    return sample;
  } finally {
    memory.stop();
  }
}

const sampleText = ({ cubePath, linePaths, truthPath }: SamplePaths): string =>
  alignedLines([
    ['Cube', cubePath],
    ['Lines', `${linePaths.length} in ${dirname(linePaths[0]!)}`],
    ['Truth', truthPath],
  ]);
