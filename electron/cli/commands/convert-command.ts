import { resolve } from 'node:path';
import { InvalidArgumentError, Option } from 'commander';
import type { Command } from 'commander';
import { CrosslineError } from '../../../shared/errors.ts';
import { watchPeakMemory } from '../../bench/harness/peak-memory.ts';
import { bytesText } from '../../bench/harness/bytes-text.ts';
import {
  COMPRESSION_KINDS,
  DEFAULT_GZIP_LEVEL,
  LEAST_GZIP_LEVEL,
  MOST_GZIP_LEVEL,
  type Compression,
} from '../../formats/hdf5/cube/compression.ts';
import { CUBE_LAYOUTS, DEFAULT_LAYOUTS, type CubeLayout } from '../../formats/hdf5/cube/cube-layouts.ts';
import type { ConvertedCube, Verification } from '../../formats/hdf5/convert/convert-cube.ts';
import { isHdf5 } from '../../formats/hdf5/source/open-cube.ts';
import { convertBack, convertSegy } from '../../jobs/convert.ts';
import { createReader } from '../../native/open-reader.ts';
import { addMappingOptions, overridesOf, type MappingOptions } from '../mapping/mapping-options.ts';
import { createProgressLine } from '../output/progress-line.ts';
import type { Terminal } from '../terminal.ts';

interface ConvertOptions extends MappingOptions {
  readonly layouts: readonly CubeLayout[];
  readonly compression: (typeof COMPRESSION_KINDS)[number];
  readonly gzipLevel?: number;
  readonly force?: true;
  readonly verify: Verification;
}

export function addConvertCommand(program: Command, terminal: Terminal): void {
  const command = program
    .command('convert')
    .description(
      'Write a SEG-Y cube as an HDF5 cube file, from which every kind of slice reads at once, or the SEG-Y file back',
    )
    .argument('<in>', 'SEG-Y file, or a cube file made of one')
    .argument('<out>', 'file to write; a cube that was interrupted goes on')
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

function parseLayouts(text: string): readonly CubeLayout[] {
  const names = text.split(',').map((name) => name.trim());
  const layouts = CUBE_LAYOUTS.filter((layout) => names.includes(layout));
  if (layouts.length === 0 || layouts.length < names.length) {
    throw new InvalidArgumentError(`It must be some of ${CUBE_LAYOUTS.join(', ')}, with commas.`);
  }
  return layouts;
}

function parseGzipLevel(text: string): number {
  const level = Number(text);
  if (Number.isInteger(level) && level >= LEAST_GZIP_LEVEL && level <= MOST_GZIP_LEVEL) return level;
  throw new InvalidArgumentError(`It must be a whole number from ${LEAST_GZIP_LEVEL} to ${MOST_GZIP_LEVEL}.`);
}

/** @throws CrosslineError usage */
function compressionOf({ compression: kind, gzipLevel }: ConvertOptions): Compression {
  if (kind === 'gzip') return { kind, level: gzipLevel ?? DEFAULT_GZIP_LEVEL };
  if (gzipLevel === undefined) return { kind };
  throw new CrosslineError({ code: 'usage', detail: `--gzip-level goes with --compression gzip, not with ${kind}` });
}

async function runConvert(
  fromName: string,
  toName: string,
  options: ConvertOptions,
  terminal: Terminal,
): Promise<void> {
  const [from, to] = [resolve(terminal.workingFolder, fromName), resolve(terminal.workingFolder, toName)];
  const overrides = await overridesOf(options, terminal);
  const compression = compressionOf(options);
  const reader = createReader();
  const isBack = await isHdf5(from, reader);
  const progress = createProgressLine(terminal, 'Converting', 'bytes');
  const memory = watchPeakMemory();
  const started = performance.now();
  const force = options.force === true;
  const onProgress = (done: number, total: number): void => progress.update(done, total);
  const context = { reader, signal: terminal.interrupted, onProgress };
  try {
    const { bytes, note } = isBack
      ? { bytes: await convertBack({ from, to, force }, context), note: '' }
      : described(
          await convertSegy(
            { from, to, overrides, layouts: options.layouts, compression, force, verify: options.verify },
            context,
          ),
        );
    progress.clear();
    const seconds = (performance.now() - started) / 1000;
    terminal.writeOut(`${to}: ${bytesText(bytes)} in ${seconds.toFixed(1)} s${note}\n`);
    const peak = memory.stop();
    if (peak !== null) terminal.writeError(`Peak memory: ${bytesText(peak)}\n`);
  } finally {
    progress.clear();
    memory.stop();
  }
}

const described = ({
  bytes,
  resumedSlabs,
  slabs,
}: ConvertedCube): { readonly bytes: number; readonly note: string } => ({
  bytes,
  note: resumedSlabs > 0 ? `, of which ${resumedSlabs} of ${slabs} parts were there` : '',
});
