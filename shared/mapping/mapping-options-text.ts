/** Overrides as the command line takes them: `--inline-byte 5:int32 --format 5`. */
import type { DatasetMapping } from '../hdf5/dataset-mapping.ts';
import { overridesToJson } from './mapping-json.ts';
import type { MappingOverrides, SegyMapping } from './segy-mapping.ts';

/** The options of every command that opens a file (`crossline info --help`). */
export const MAPPING_OPTIONS: Readonly<Record<keyof SegyMapping | keyof DatasetMapping, string>> = {
  container: '--container',
  byteOrder: '--byte-order',
  format: '--format',
  samples: '--samples',
  intervalUs: '--interval-us',
  inline: '--inline-byte',
  crossline: '--crossline-byte',
  x: '--x-byte',
  y: '--y-byte',
  scalar: '--scalar-byte',
  scalarValue: '--scalar-value',
  coordinateUnit: '--coordinate-unit',
  cdp: '--cdp-byte',
  offset: '--offset-byte',
  kind: '--kind',
  split: '--split',
  domain: '--domain',
  delays: '--delays',
  dataset: '--dataset',
  axes: '--axes',
  inlineValues: '--inline-values',
  crosslineValues: '--crossline-values',
  sampleValues: '--sample-values',
  sampleUnit: '--sample-unit',
  xDataset: '--x-dataset',
  yDataset: '--y-dataset',
};

/** In the order of the options' list; empty where nothing is overridden. */
export function mappingOptionsText(overrides: MappingOverrides): string {
  const values = overridesToJson(overrides);
  return Object.entries(MAPPING_OPTIONS)
    .filter(([name]) => values[name] !== undefined)
    .map(([name, option]) => `${option} ${quoted(String(values[name] ?? OWN_SCALAR))}`)
    .join(' ');
}

/** How the command line says that every trace's own scalar is to be used (`scalarValue: null`). */
export const OWN_SCALAR = 'own';

/** For a POSIX shell: paths of datasets may hold anything. */
const quoted = (value: string): string =>
  /^[\w./:,@+-]+$/.test(value) ? value : `'${value.replaceAll("'", `'\\''`)}'`;
