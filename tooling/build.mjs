/** `npm run build [-- --only addon|node|page] [--force]`: makes what is out of date under dist/, and the native addon. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { TARGETS } from './build/targets.mjs';
import { isEntryScript } from './entry-script.mjs';
import { CACHE, ROOT } from './paths.mjs';
import { clearStamp, hashInputs, readStamp, writeStamp } from './stamp.mjs';

const stampOf = (target) => join(CACHE, `${target.name}.stamp`);

function stateOf(target) {
  const facts = [process.version, process.platform, process.arch];
  const hash = hashInputs(ROOT, target.inputs, { facts, isInput: target.isInput });
  return { hash, isCurrent: readStamp(stampOf(target)) === hash && target.outputs.every((path) => existsSync(path)) };
}

/** Makes the named targets (all by default) that are out of date; tells each through `report(line)`. Rejects where one cannot be made. */
export async function buildTargets({ only = [], force = false, report = console.log } = {}) {
  for (const target of TARGETS) {
    if (only.length > 0 && !only.includes(target.name)) continue;
    const { hash, isCurrent } = stateOf(target);
    if (isCurrent && !force) continue;
    report(`Building ${target.name} …`);
    clearStamp(stampOf(target));
    await target.make();
    writeStamp(stampOf(target), hash);
  }
}

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
