/** Builds the page into dist/page with Vite. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { ROOT } from '../paths.mjs';

export async function buildPage() {
  const entry = join('renderer', 'index.html');
  if (!existsSync(join(ROOT, entry))) throw new Error(`Cannot build the page: ${entry} does not exist.`);
  await build({ configFile: join(ROOT, 'vite.config.ts'), logLevel: 'warn' });
}
