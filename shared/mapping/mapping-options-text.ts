/** Overrides as the command line takes them: `--inline-byte 5:int32 --format 5`. */
import { overridesToJson } from './mapping-json.ts';
import type { MappingOverrides, SegyMapping } from './segy-mapping.ts';

/** The options of every command that opens a file (`crossline info --help`). */
export const MAPPING_OPTIONS: Readonly<Record<keyof SegyMapping, string>> = {
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
};

/** In the order of the options' list; empty where nothing is overridden. */
export function mappingOptionsText(overrides: MappingOverrides): string {
  const values = overridesToJson(overrides);
  return Object.entries(MAPPING_OPTIONS)
    .filter(([name]) => values[name] !== undefined)
    .map(([name, option]) => `${option} ${String(values[name] ?? OWN_SCALAR)}`)
    .join(' ');
}

/** How the command line says that every trace's own scalar is to be used (`scalarValue: null`). */
export const OWN_SCALAR = 'own';
