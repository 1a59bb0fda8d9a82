import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createLocalLauncher } from '../../jobs/local-launcher.ts';
import { createForkLauncher } from '../../jobs/fork-launcher.ts';
import type { ProcessLauncher } from '../../jobs/process-launcher.ts';

/** Jobs as the hosts run them, in a process each, from the bundle beside this one; in this process where there is none. */
export function createJobLauncher(): ProcessLauncher {
  const entry = fileURLToPath(new URL('./job-process.mjs', import.meta.url));
  return existsSync(entry) ? createForkLauncher(entry) : createLocalLauncher();
}
