/**
 * npm's install script: compiles the addon where that is possible and its inputs changed. It never fails the install:
 * without the addon the program runs on its TypeScript twin, and says so.
 */
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { withLock } from '../../tooling/lock.mjs';
import { CACHE } from '../../tooling/paths.mjs';
import { addonStamp, readStamp, writeStamp } from './install/addon-stamp.mjs';
import { runBounded } from './install/run-bounded.mjs';

/** Fetching Node's headers, only where they are not installed beside it; a closed network may swallow the request. */
const HEADERS_LIMIT_MS = 30_000;
/** A compilation takes 5 to 20 s; one that has not ended by then never will. */
const COMPILE_LIMIT_MS = 300_000;

const folder = dirname(fileURLToPath(import.meta.url));
const buildFolder = join(folder, 'build');
const addon = join(buildFolder, 'Release', 'crossline_native.node');
const logFile = join(buildFolder, 'install.log');

try {
  await withLock(join(CACHE, 'addon.lock'), buildWhereChanged);
} catch (error) {
  process.stdout.write(`crossline: no native addon (${error.message}); the slower TypeScript reader will be used.\n`);
}

async function buildWhereChanged() {
  const stamp = addonStamp(folder);
  if (existsSync(addon) && readStamp(buildFolder) === stamp) return;
  try {
    await compile();
  } catch (error) {
    // An addon of other sources must not be loaded by mistake.
    rmSync(addon, { force: true });
    throw error;
  }
  writeStamp(buildFolder, stamp);
  process.stdout.write('crossline: the native addon was built.\n');
}

async function compile() {
  const nodeGyp = createRequire(import.meta.url).resolve('node-gyp/bin/node-gyp.js');
  const headers = installedHeaders();
  if (headers === null) await runNodeGyp(nodeGyp, ['install'], HEADERS_LIMIT_MS, "fetching Node's headers");
  const nodeDir = headers === null ? [] : [`--nodedir=${headers}`];
  await runNodeGyp(nodeGyp, ['rebuild', '--jobs', 'max', ...nodeDir], COMPILE_LIMIT_MS, 'compiling');
  if (!existsSync(addon)) throw new Error('compiling made no library');
}

async function runNodeGyp(nodeGyp, words, limitMs, what) {
  const { code, isTimedOut, output } = await runBounded(process.execPath, [nodeGyp, ...words], folder, limitMs);
  if (code === 0) return;
  // Written afterwards, since node-gyp empties the folder.
  mkdirSync(buildFolder, { recursive: true });
  writeFileSync(logFile, output);
  const end = isTimedOut ? `took over ${limitMs / 1000} s` : 'failed';
  throw new Error(`${what} ${end}, see ${logFile}`);
}

/** The prefix of a Node that carries its own headers, as most distributions and version managers install it. */
function installedHeaders() {
  const prefix = dirname(dirname(process.execPath));
  return existsSync(join(prefix, 'include', 'node', 'common.gypi')) ? prefix : null;
}
