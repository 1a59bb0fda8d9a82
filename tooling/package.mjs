/**
 * `npm run package [-- --dir] [--output FOLDER]`: packages the program, with `--dir` as a folder and else as this system's
 * installers.
 */
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureBuilt } from './ensure-built.mjs';
import { ensureInstalled } from './install/ensure-installed.mjs';
import { CACHE } from './paths.mjs';
import { electronPackageFolder, obtainRuntime } from './start/electron-runtime.mjs';

/** The runtime's folder: the one named by CROSSLINE_ELECTRON_DIST, else the one of the npm package. */
async function runtimeFolder() {
  const named = process.env.CROSSLINE_ELECTRON_DIST;
  if (named !== undefined && named !== '') return named;
  const failureStamp = join(CACHE, 'electron-download-failed.stamp');
  const runtime = await obtainRuntime({ packageFolder: electronPackageFolder(), failureStamp });
  if (runtime !== null) return join(electronPackageFolder(), 'dist');
  throw new Error(
    'No Electron runtime to package: it could not be downloaded. CROSSLINE_ELECTRON_DIST may name its folder.',
  );
}

try {
  const { values } = parseArgs({ options: { dir: { type: 'boolean', default: false }, output: { type: 'string' } } });
  const output = values.output === undefined ? undefined : resolve(process.env.INIT_CWD ?? '', values.output);
  await ensureInstalled();
  await ensureBuilt();
  const { makePackage } = await import('./package/make-package.mjs');
  await makePackage({ electronDist: await runtimeFolder(), asFolder: values.dir, output });
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
