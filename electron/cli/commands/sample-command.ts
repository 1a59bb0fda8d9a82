import { dirname, resolve } from 'node:path';
import { Option } from 'commander';
import type { Command } from 'commander';
import type { SampleSize } from '../../../shared/contract.ts';
import { watchPeakMemory } from '../../bench/harness/peak-memory.ts';
import { writeSample } from '../../sample/write-sample.ts';
import { alignedLines } from '../output/aligned-lines.ts';
import { bytesText } from '../output/bytes-text.ts';
import { createProgressLine } from '../output/progress-line.ts';
import type { Terminal } from '../terminal.ts';

const SIZES: readonly SampleSize[] = ['small', 'medium', 'large'];

export function addSampleCommand(program: Command, terminal: Terminal): void {
  program
    .command('sample')
    .description('Write the sample survey: a cube, 24 lines across it, and the truth about their mis-ties')
    .argument('<folder>', 'where to write; made where it does not exist')
    .addOption(
      new Option('--size <size>', 'about 20 MB, 850 MB or 3.4 GB').choices(SIZES).default('small' satisfies SampleSize),
    )
    .action(async (folder: string, { size }: { size: SampleSize }) => {
      const progress = createProgressLine(terminal, 'Writing the sample survey', 'bytes');
      const memory = watchPeakMemory();
      try {
        const sample = await writeSample(resolve(terminal.workingFolder, folder), size, {
          signal: terminal.interrupted,
          onProgress: (done, total) => progress.update(done, total),
        });
        progress.clear();
        terminal.writeOut(sampleText(sample));
        const peak = memory.stop();
        if (peak !== null) terminal.writeError(`Peak memory: ${bytesText(peak)}\n`);
      } finally {
        progress.clear();
        memory.stop();
      }
    });
}

const sampleText = ({ cubePath, linePaths, truthPath }: Awaited<ReturnType<typeof writeSample>>): string =>
  alignedLines([
    ['Cube', cubePath],
    ['Lines', `${linePaths.length} in ${dirname(linePaths[0]!)}`],
    ['Truth', truthPath],
  ]);
