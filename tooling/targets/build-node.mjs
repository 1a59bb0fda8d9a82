/** Bundles the main side into dist/node: one self-contained file an entry, since forked scripts and the asar know no node_modules. */
import { chmod, cp } from 'node:fs/promises';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { DIST_NODE, ROOT } from '../paths.mjs';

/** Output name, without its extension, of each ES module entry. */
const ENTRIES = {
  cli: 'electron/cli/main.ts',
  'job-process': 'electron/jobs/job-process.ts',
  'engine-process': 'electron/serve/engine-process.ts',
  main: 'electron/main/main.ts',
};
const PRELOAD = 'electron/preload/preload.ts';
/** Python scripts that `crossline bench --peers` runs; a Python reads files, so they are copied beside the bundle. */
const PEERS = 'electron/bench/peers';

/**
 * Packages that stay packages: electron is no package at run time, h5wasm finds its WebAssembly beside itself, and the
 * rest are native accelerators that ws and cbor-x load only where somebody installed them.
 */
const EXTERNAL = ['electron', 'h5wasm', 'bufferutil', 'utf-8-validate', 'cbor-extract'];

/** CommonJS packages inside an ES module bundle call `require` for Node's own modules. */
const REQUIRE_BANNER =
  "import { createRequire as createRequireOfBundle } from 'node:module';\nconst require = createRequireOfBundle(import.meta.url);";

const SHARED_OPTIONS = {
  absWorkingDir: ROOT,
  bundle: true,
  platform: 'node',
  target: 'node20.19',
  sourcemap: true,
  sourcesContent: false,
  external: EXTERNAL,
  logLevel: 'warning',
};

/** The command must start with a #! line to run on its own; esbuild keeps the one that an entry has. */
const banner = (name, entry) => {
  const needsHashbang = name === 'cli' && !readFileSync(join(ROOT, entry), 'utf8').startsWith('#!');
  return { js: needsHashbang ? `#!/usr/bin/env node\n${REQUIRE_BANNER}` : REQUIRE_BANNER };
};

const bundleModule = (name, entry, folder) =>
  build({
    ...SHARED_OPTIONS,
    entryPoints: [entry],
    outfile: join(folder, `${name}.mjs`),
    format: 'esm',
    // Prefer the ES module of packages that ship both: it needs no require.
    mainFields: ['module', 'main'],
    banner: banner(name, entry),
  });

/** `entries` by output name, without its extension. */
export const bundleModules = (entries, folder) =>
  Promise.all(Object.entries(entries).map(([name, entry]) => bundleModule(name, entry, folder)));

/** Electron's sandbox loads a preload script only as one CommonJS file. */
const bundlePreload = (entry) =>
  build({
    ...SHARED_OPTIONS,
    entryPoints: [entry],
    outfile: join(DIST_NODE, 'preload.cjs'),
    format: 'cjs',
    sourcemap: false,
  });

/** Bundles every entry that is there; rejects afterwards where one is missing. */
export async function buildNode() {
  const isThere = (entry) => existsSync(join(ROOT, entry));
  const present = Object.fromEntries(Object.entries(ENTRIES).filter(([, entry]) => isThere(entry)));
  await Promise.all([bundleModules(present, DIST_NODE), ...[PRELOAD].filter(isThere).map(bundlePreload)]);
  if (isThere(ENTRIES.cli)) await chmod(join(DIST_NODE, 'cli.mjs'), 0o755);
  await cp(join(ROOT, PEERS), join(DIST_NODE, 'peers'), { recursive: true });
  const missing = [...Object.values(ENTRIES), PRELOAD].filter((entry) => !isThere(entry));
  if (missing.length > 0) throw new Error(`Cannot bundle what does not exist: ${missing.join(', ')}.`);
}
