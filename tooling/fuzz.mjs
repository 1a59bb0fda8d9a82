/** `npm run fuzz -- [OPTIONS]`: bundles the fuzzer and runs it. It is a tool of the checkout and in no package. */
import { join } from 'node:path';
import { ensureBuilt } from './ensure-built.mjs';
import { ensureInstalled } from './install/ensure-installed.mjs';
import { ROOT } from './paths.mjs';
import { runNode } from './run.mjs';

const DIST_FUZZ = join(ROOT, 'dist', 'fuzz');
const ENTRIES = { fuzz: 'electron/fuzz/main.ts', 'fuzz-worker': 'electron/fuzz/worker/fuzz-worker.ts' };

try {
  await ensureInstalled();
  await ensureBuilt({ only: ['addon', 'node'] });
  const { bundleModules } = await import('./targets/build-node.mjs');
  await bundleModules(ENTRIES, DIST_FUZZ);
  process.exitCode = (await runNode([join(DIST_FUZZ, 'fuzz.mjs'), ...process.argv.slice(2)], { cwd: ROOT })).status;
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
