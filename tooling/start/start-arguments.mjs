/** What `npm start [-- FILES] [--sample] [MAPPING OPTIONS]` was asked to open. */
import { isAbsolute, resolve } from 'node:path';
import { parseArgs } from 'node:util';

/** Addresses such as `synthetic:?seed=1`. Two letters at least: `C:` is a drive. */
const ADDRESS = /^[a-z]{2,}:/;

/** The options that say how the files are read (`shared/mapping/mapping-options-text.ts`); both hosts understand them. */
export const MAPPING_OPTIONS = [
  'mapping',
  'container',
  'byte-order',
  'format',
  'samples',
  'interval-us',
  'inline-byte',
  'crossline-byte',
  'x-byte',
  'y-byte',
  'scalar-byte',
  'scalar-value',
  'coordinate-unit',
  'cdp-byte',
  'offset-byte',
  'kind',
  'split',
  'domain',
  'delays',
  'dataset',
  'axes',
  'inline-values',
  'crossline-values',
  'sample-values',
  'sample-unit',
  'x-dataset',
  'y-dataset',
];

export const USAGE = `Usage: npm start [-- [options] [files...]]

Installs and builds what is missing, and opens the viewer with these survey files, or the list of a folder

Options:
  --sample   open the small sample survey, written once
  --help     show this

How files are read, e.g. --inline-byte 5: see npm run --silent crossline -- serve --help`;

/**
 * Paths become absolute against `folder`, the one where the user stands. Throws a `TypeError` for unknown options.
 * @returns `mappingArgs`: the options for the host, as it takes them
 */
export function parseStartArguments(args, folder) {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      sample: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
      ...Object.fromEntries(MAPPING_OPTIONS.map((name) => [name, { type: 'string' }])),
    },
  });
  const files = positionals.map((path) => (isAbsolute(path) || ADDRESS.test(path) ? path : resolve(folder, path)));
  const valueOf = (name) => (name === 'mapping' ? resolve(folder, values[name]) : values[name]);
  const mappingArgs = MAPPING_OPTIONS.filter((name) => values[name] !== undefined).map(
    (name) => `--${name}=${valueOf(name)}`,
  );
  return { files, sample: values.sample, help: values.help, mappingArgs };
}
