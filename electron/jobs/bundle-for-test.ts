/** An entry as the tests start it: bundled as the build bundles it. */
import { mkdir, mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** @returns the bundle's path, in a folder of its own that the caller removes */
export async function bundleForTest(entry: URL): Promise<string> {
  // Below the project, so that packages that stay packages are found.
  const cache = fileURLToPath(new URL('../../node_modules/.cache/', import.meta.url));
  await mkdir(cache, { recursive: true });
  const outfile = join(await mkdtemp(join(cache, 'crossline-bundle-')), 'entry.mjs');
  await build({
    entryPoints: [fileURLToPath(entry)],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20.19',
    external: ['electron', 'h5wasm', 'bufferutil', 'utf-8-validate', 'cbor-extract'],
    banner: {
      js: "import { createRequire as createRequireOfBundle } from 'node:module';\nconst require = createRequireOfBundle(import.meta.url);",
    },
    logLevel: 'error',
  });
  return outfile;
}
