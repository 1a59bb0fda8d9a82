/** `npm run build [-- --only addon|node|page] [--force]`: makes what is out of date under dist/, and the native addon. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { TARGETS } from './targets/targets.mjs';
import { isEntryScript } from './entry-script.mjs';
import { withLock } from './lock.mjs';
import { CACHE, ROOT } from './paths.mjs';
import { clearStamp, hashInputs, readStamp, writeStamp } from './stamp.mjs';

const stampOf = (target) => join(CACHE, `${target.name}.stamp`);
const existing = (paths) => paths.filter((path) => existsSync(path));

/**
 * The stamp names the outputs that were there after the last success: one deleted since is made again, and one that could
 * not be made (the addon, without a compiler) is not tried again until an input changes.
 */
function stateOf(target) {
  const facts = [process.version, process.platform, process.arch];
  const hash = hashInputs(ROOT, target.inputs, { facts, isInput: target.isInput });
  const stamp = JSON.parse(readStamp(stampOf(target)) ?? 'null');
  const isCurrent = stamp !== null && stamp.hash === hash && stamp.outputs.every((path) => existsSync(path));
  return { hash, isCurrent };
}

/**
 * Makes the named targets (all by default) that are out of date; tells each through `report(line)`. Rejects where one
 * cannot be made. `output` 'stderr' keeps standard output free for a command's own.
 */
export const buildTargets = ({ only = [], force = false, report = console.log, output = 'inherit' } = {}) =>
  withLock(join(CACHE, 'build.lock'), async () => {
    for (const target of TARGETS) {
      if (only.length > 0 && !only.includes(target.name)) continue;
      const { hash, isCurrent } = stateOf(target);
      if (isCurrent && !force) continue;
      report(`Building ${target.name} …`);
      clearStamp(stampOf(target));
      await target.make({ output });
      writeStamp(stampOf(target), JSON.stringify({ hash, outputs: existing(target.outputs) }));
    }
  });

async function main() {
  const { values } = parseArgs({
    options: { only: { type: 'string', multiple: true }, force: { type: 'boolean' } },
  });
  const names = TARGETS.map((target) => target.name);
  const unknown = (values.only ?? []).filter((name) => !names.includes(name));
  if (unknown.length > 0) throw new Error(`No target ${unknown.join(', ')}; there is ${names.join(', ')}.`);
  await buildTargets(values);
}

if (isEntryScript(import.meta.url)) {
  await main().catch((error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
}
