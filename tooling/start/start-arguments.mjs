/** What `npm start [-- FILES] [--sample]` was asked to open. */
import { isAbsolute, resolve } from 'node:path';
import { parseArgs } from 'node:util';

/** Addresses such as `synthetic:?seed=1`. Two letters at least: `C:` is a drive. */
const ADDRESS = /^[a-z]{2,}:/;

/** Paths become absolute against `folder`, the one where the user stands. Throws a `TypeError` for unknown options. */
export function parseStartArguments(args, folder) {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { sample: { type: 'boolean', default: false } },
  });
  const files = positionals.map((path) => (isAbsolute(path) || ADDRESS.test(path) ? path : resolve(folder, path)));
  return { files, sample: values.sample };
}
