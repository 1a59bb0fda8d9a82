import { resolve } from 'node:path';
import { Option } from 'commander';
import type { Command } from 'commander';
import { watchPeakMemory } from '../../bench/harness/peak-memory.ts';
import { bytesText } from '../../bench/harness/bytes-text.ts';
import type { NumberRange } from '../../formats/cut-out/cut-range.ts';
import {
  COMPRESSION_KINDS,
  DEFAULT_GZIP_LEVEL,
  LEAST_GZIP_LEVEL,
  MOST_GZIP_LEVEL,
} from '../../formats/hdf5/cube/compression.ts';
import { CUBE_LAYOUTS, DEFAULT_LAYOUTS, type CubeLayout } from '../../formats/hdf5/cube/cube-layouts.ts';
import type { Verification } from '../../formats/hdf5/convert/convert-cube.ts';
import { convertFile, type ConvertedFile } from '../../jobs/convert-file.ts';
import { createReader } from '../../native/open-reader.ts';
import { addMappingOptions, overridesOf, type MappingOptions } from '../mapping/mapping-options.ts';
import { createProgressLine } from '../output/progress-line.ts';
import type { Terminal } from '../terminal.ts';
import { compressionOf, parseGzipLevel, parseLayouts, parseRange, rangesOf } from './convert-options.ts';

interface ConvertOptions extends MappingOptions {
  readonly layouts: readonly CubeLayout[];
  readonly compression: (typeof COMPRESSION_KINDS)[number];
  readonly gzipLevel?: number;
  readonly inlines?: NumberRange;
  readonly crosslines?: NumberRange;
  readonly time?: NumberRange;
  readonly force?: true;
  readonly verify: Verification;
}

export function addConvertCommand(program: Command, terminal: Terminal): void {
  const command = program
    .command('convert')
    .description(
      'Write a SEG-Y cube as an HDF5 cube file, from which every kind of slice reads at once, the SEG-Y file back, or a part of either',
    )
    .argument('<in>', 'SEG-Y file, a cube file made of one, or any other cube in HDF5')
    .argument('<out>', 'file to write: a cube file (.h5) or SEG-Y (.sgy); a cube that was interrupted goes on')
    .option('--inlines <from:to>', 'only these, by their numbers, both ends included', parseRange)
    .option('--crosslines <from:to>', 'only these, by their numbers', parseRange)
    .option('--time <from:to>', 'only these samples, in ms (depth: metres)', parseRange)
    .option('--layouts <names>', `orders to store, of ${CUBE_LAYOUTS.join(', ')}`, parseLayouts, DEFAULT_LAYOUTS)
    .addOption(
      new Option('--compression <how>', 'of the samples: gzip is the smallest, lzf faster, none reads fastest')
        .choices(COMPRESSION_KINDS)
        .default('none'),
    )
    .option(
      '--gzip-level <n>',
      `how hard gzip tries, ${LEAST_GZIP_LEVEL} to ${MOST_GZIP_LEVEL} (default: ${DEFAULT_GZIP_LEVEL})`,
      parseGzipLevel,
    )
    .addOption(
      new Option('--verify <how>', 'what is written: by checksums of its parts, or every sample against the source')
        .choices(['checksums', 'full'])
        .default('checksums'),
    )
    .option('--force', 'replace a file of that name');
  addMappingOptions(command).action((from: string, to: string, options: ConvertOptions) =>
    runConvert(from, to, options, terminal),
  );
}

async function runConvert(
  fromName: string,
  toName: string,
  options: ConvertOptions,
  terminal: Terminal,
): Promise<void> {
  const [from, to] = [resolve(terminal.workingFolder, fromName), resolve(terminal.workingFolder, toName)];
  const overrides = await overridesOf(options, terminal);
  const compression = compressionOf(options.compression, options.gzipLevel);
  const { layouts, verify } = options;
  const reader = createReader();
  const progress = createProgressLine(terminal, 'Converting', 'bytes');
  const memory = watchPeakMemory();
  const started = performance.now();
  const force = options.force === true;
  const onProgress = (done: number, total: number): void => progress.update(done, total);
  const context = { reader, signal: terminal.interrupted, onProgress };
  try {
    const parameters = { from, to, overrides, ranges: rangesOf(options), layouts, compression, force, verify };
    const { bytes, resumed, notes } = await convertFile(parameters, context);
    progress.clear();
    const seconds = (performance.now() - started) / 1000;
    const kept = resumed === null ? '' : resumedText(resumed);
    terminal.writeOut(`${to}: ${bytesText(bytes)} in ${seconds.toFixed(1)} s${kept}\n`);
    for (const note of notes) terminal.writeError(`${note}\n`);
    const peak = memory.stop();
    if (peak !== null) terminal.writeError(`Peak memory: ${bytesText(peak)}\n`);
  } finally {
    progress.clear();
    memory.stop();
  }
}

const resumedText = ({ slabs, of }: NonNullable<ConvertedFile['resumed']>): string =>
  slabs > 0 ? `, of which ${slabs} of ${of} parts were there` : '';
