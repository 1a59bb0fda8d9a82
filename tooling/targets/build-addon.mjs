/** Compiles the native addon through its own install script, which reports a missing compiler and then succeeds. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../paths.mjs';
import { runNode } from '../run.mjs';

export async function buildAddon() {
  const script = join(ROOT, 'electron', 'native', 'install.mjs');
  if (!existsSync(script)) throw new Error(`Cannot build the addon: ${script} does not exist.`);
  const { status } = await runNode([script], { cwd: ROOT });
  if (status !== 0) throw new Error(`electron/native/install.mjs failed with exit code ${status}.`);
}
