/** Builds before something runs. In a process of its own: the builders hold hundreds of megabytes, which a viewer would keep. */
import { join } from 'node:path';
import { ROOT } from './paths.mjs';
import { runNode } from './run.mjs';
import { isCurrent } from './targets/target-state.mjs';
import { chooseTargets } from './targets/targets.mjs';

/**
 * Makes the named targets (all by default) where they are out of date; rejects where one cannot be made. `output` 'stderr'
 * keeps standard output free for a command's own.
 */
export async function ensureBuilt({ only = [], output = 'inherit' } = {}) {
  if (chooseTargets(only).every(isCurrent)) return;
  const names = only.flatMap((name) => ['--only', name]);
  const { status } = await runNode([join(ROOT, 'tooling', 'build.mjs'), ...names], { cwd: ROOT, output });
  if (status !== 0) throw new Error('The build failed.');
}
