/** `npm run build [-- --only addon|node|page] [--force]`: makes what is out of date under dist/, and the native addon. */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { withLock } from './lock.mjs';
import { CACHE } from './paths.mjs';
import { isCurrent, makeTarget } from './targets/target-state.mjs';
import { chooseTargets } from './targets/targets.mjs';

try {
  const { values } = parseArgs({
    options: { only: { type: 'string', multiple: true, default: [] }, force: { type: 'boolean', default: false } },
  });
  const targets = chooseTargets(values.only);
  await withLock(join(CACHE, 'build.lock'), async () => {
    for (const target of targets) {
      if (!values.force && isCurrent(target)) continue;
      console.log(`Building ${target.name} …`);
      await makeTarget(target);
    }
  });
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
