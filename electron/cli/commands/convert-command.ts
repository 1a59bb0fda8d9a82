import { resolve } from 'node:path';
import { InvalidArgumentError } from 'commander';
import type { Command } from 'commander';
import { watchPeakMemory } from '../../bench/harness/peak-memory.ts';
import { bytesText } from '../../bench/harness/bytes-text.ts';
import { CUBE_LAYOUTS, type CubeLayout } from '../../formats/hdf5/cube/cube-layouts.ts';
import { convertSegy } from '../../jobs/convert.ts';
import { createReader } from '../../native/open-reader.ts';
import { addMappingOptions, overridesOf, type MappingOptions } from '../mapping/mapping-options.ts';
import { createProgressLine } from '../output/progress-line.ts';
import type { Terminal } from '../terminal.ts';

interface ConvertOptions extends MappingOptions {
  readonly layouts: readonly CubeLayout[];
  readonly force?: true;
}

/** An inline and a time slice in one piece each; a crossline is then in pieces of a trace, as in SEG-Y. */
const DEFAULT_LAYOUTS: readonly CubeLayout[] = ['ilines', 'hlines'];

export function addConvertCommand(program: Command, terminal: Terminal): void {
  const command = program
    .command('convert')
    .description('Write a SEG-Y cube as an HDF5 cube file, from which every kind of slice reads at once')
    .argument('<in>', 'SEG-Y file')
    .argument('<out>', 'HDF5 file to write; where one was interrupted it goes on')
    .option('--layouts <names>', `orders to store, of ${CUBE_LAYOUTS.join(', ')}`, parseLayouts, DEFAULT_LAYOUTS)
    .option('--force', 'replace a file of that name');
  addMappingOptions(command).action((from: string, to: string, options: ConvertOptions) =>
    runConvert(from, to, options, terminal),
  );
}

function parseLayouts(text: string): readonly CubeLayout[] {
  const names = text.split(',').map((name) => name.trim());
  const layouts = CUBE_LAYOUTS.filter((layout) => names.includes(layout));
  if (layouts.length === 0 || layouts.length < names.length) {
    throw new InvalidArgumentError(`It must be some of ${CUBE_LAYOUTS.join(', ')}, with commas.`);
  }
  return layouts;
}

async function runConvert(from: string, to: string, options: ConvertOptions, terminal: Terminal): Promise<void> {
  const overrides = await overridesOf(options, terminal);
  const progress = createProgressLine(terminal, 'Converting', 'bytes');
  const memory = watchPeakMemory();
  const started = performance.now();
  try {
    const cube = await convertSegy(
      {
        from: resolve(terminal.workingFolder, from),
        to: resolve(terminal.workingFolder, to),
        overrides,
        layouts: options.layouts,
        force: options.force === true,
      },
      {
        reader: createReader(),
        signal: terminal.interrupted,
        onProgress: (done, total) => progress.update(done, total),
      },
    );
    progress.clear();
    const seconds = (performance.now() - started) / 1000;
    const resumed = cube.resumedSlabs > 0 ? `, of which ${cube.resumedSlabs} of ${cube.slabs} parts were there` : '';
    terminal.writeOut(`${cube.path}: ${bytesText(cube.bytes)} in ${seconds.toFixed(1)} s${resumed}\n`);
    const peak = memory.stop();
    if (peak !== null) terminal.writeError(`Peak memory: ${bytesText(peak)}\n`);
  } finally {
    progress.clear();
    memory.stop();
  }
}
