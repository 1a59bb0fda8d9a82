/** The options that say how a SEG-Y file, or a dataset of an HDF5 file, is to be read, the same on every command that opens one. */
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Option, type Command } from 'commander';
import { CrosslineError } from '../../../shared/errors.ts';
import { SAMPLE_UNITS, type SampleUnit } from '../../../shared/hdf5/dataset-mapping.ts';
import { overridesFromJson } from '../../../shared/mapping/mapping-json.ts';
import { OWN_SCALAR } from '../../../shared/mapping/mapping-options-text.ts';
import { COORDINATE_UNITS, type CoordinateUnit, type MappingOverrides } from '../../../shared/mapping/segy-mapping.ts';
import { systemError } from '../../native/file-faults.ts';
import type { Terminal } from '../terminal.ts';

export interface MappingOptions {
  readonly mapping?: string;
  readonly container?: 'segy' | 'su';
  readonly inlineByte?: string;
  readonly crosslineByte?: string;
  readonly xByte?: string;
  readonly yByte?: string;
  readonly scalarByte?: string;
  readonly scalarValue?: string;
  readonly coordinateUnit?: CoordinateUnit;
  readonly cdpByte?: string;
  readonly offsetByte?: string;
  readonly format?: string;
  readonly byteOrder?: 'big' | 'little';
  readonly samples?: string;
  readonly intervalUs?: string;
  readonly kind?: 'cube' | 'line' | 'gathers' | 'traces';
  readonly split?: string;
  readonly domain?: 'time' | 'depth' | 'unknown';
  readonly delays?: 'apply' | 'ignore';
  readonly dataset?: string;
  readonly axes?: string;
  readonly inlineValues?: string;
  readonly crosslineValues?: string;
  readonly sampleValues?: string;
  readonly sampleUnit?: SampleUnit;
  readonly xDataset?: string;
  readonly yDataset?: string;
}

export const addMappingOptions = (command: Command): Command =>
  command
    .option('--mapping <file>', 'read the file as this JSON says; the options below override it')
    .addOption(
      new Option('--container <container>', 'SEG-Y, or Seismic Unix: without file headers').choices(['segy', 'su']),
    )
    .option('--inline-byte <byte[:type]>', 'trace header word of the inline number, e.g. 189 or 189:int32')
    .option('--crossline-byte <byte[:type]>', 'of the crossline number')
    .option('--x-byte <byte[:type]>', 'of the X coordinate')
    .option('--y-byte <byte[:type]>', 'of the Y coordinate')
    .option('--scalar-byte <byte[:type]>', 'of the scalar of the coordinates')
    .option(
      '--scalar-value <number>',
      `used instead: 10 multiplies, -10 divides; "${OWN_SCALAR}" to use every trace's own`,
    )
    .addOption(new Option('--coordinate-unit <unit>', 'of the coordinates').choices(COORDINATE_UNITS))
    .option('--cdp-byte <byte[:type]>', 'of the ensemble (CDP) number')
    .option('--offset-byte <byte[:type]>', 'of the distance from source to receiver')
    .option('--format <code>', 'sample format code, as of bytes 3225-3226: 1 IBM, 5 IEEE, ...')
    .addOption(new Option('--byte-order <order>', 'of all words of the file').choices(['big', 'little']))
    .option('--samples <count>', 'samples in each trace')
    .option('--interval-us <us>', 'sample interval in microseconds (depth: millimetres)')
    .addOption(new Option('--kind <kind>', 'what the file holds').choices(['cube', 'line', 'gathers', 'traces']))
    .option('--split <way>', 'tell 2D lines apart by: line (inline number), byte:N[:type], jumps of coordinates, none')
    .addOption(new Option('--domain <domain>', 'of the vertical axis').choices(['time', 'depth', 'unknown']))
    .addOption(
      new Option('--delays <way>', 'align traces by their recording delays, or not').choices(['apply', 'ignore']),
    )
    .option('--dataset <path>', 'HDF5: the dataset to read, e.g. /data')
    .option(
      '--axes <roles>',
      'HDF5: what its axes are, slowest first, e.g. inline,crossline,sample; a number fixes one',
    )
    .option('--inline-values <source>', 'HDF5: inline numbers: /path of a dataset, FIRST:STEP, /path@FIRST:STEP, count')
    .option('--crossline-values <source>', 'HDF5: crossline numbers, likewise')
    .option('--sample-values <source>', 'HDF5: times or depths, likewise')
    .addOption(new Option('--sample-unit <unit>', 'HDF5: of those').choices(SAMPLE_UNITS))
    .option('--x-dataset <path>', 'HDF5: X of each trace; "none" for no coordinates')
    .option('--y-dataset <path>', 'HDF5: Y of each trace');

/**
 * Null where no such option was given: the file is then read as it was detected, or accepted earlier.
 * @throws CrosslineError usage; the file's own fault
 */
export async function overridesOf(
  options: MappingOptions,
  terminal: Pick<Terminal, 'workingFolder'>,
): Promise<MappingOverrides | null> {
  const { mapping } = options;
  const given = {
    container: options.container,
    inline: options.inlineByte,
    crossline: options.crosslineByte,
    x: options.xByte,
    y: options.yByte,
    scalar: options.scalarByte,
    scalarValue: options.scalarValue === OWN_SCALAR ? null : numberOf(options.scalarValue),
    coordinateUnit: options.coordinateUnit,
    cdp: options.cdpByte,
    offset: options.offsetByte,
    format: numberOf(options.format),
    byteOrder: options.byteOrder,
    samples: numberOf(options.samples),
    intervalUs: numberOf(options.intervalUs),
    kind: options.kind,
    split: options.split,
    domain: options.domain,
    delays: options.delays,
    dataset: options.dataset,
    axes: options.axes,
    inlineValues: options.inlineValues,
    crosslineValues: options.crosslineValues,
    sampleValues: options.sampleValues,
    sampleUnit: options.sampleUnit,
    xDataset: options.xDataset,
    yDataset: options.yDataset,
  };
  const fromFile = mapping === undefined ? {} : await readMapping(resolve(terminal.workingFolder, mapping));
  const overrides = { ...fromFile, ...overridesFromJson(given) };
  return mapping === undefined && Object.keys(overrides).length === 0 ? null : overrides;
}

/** NaN is refused with the option's name by the check of the whole. */
const numberOf = (text: string | undefined): number | undefined =>
  text === undefined ? undefined : text.trim() === '' ? NaN : Number(text);

async function readMapping(path: string): Promise<MappingOverrides> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    throw systemError(error, path);
  }
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new CrosslineError({ code: 'usage', detail: `${path} is no JSON: ${String(error)}` }, { cause: error });
  }
  return overridesFromJson(json);
}
