/** The steps before the tests. Each is `{name, run}`; `run` resolves with whether it succeeded. */
import { join } from 'node:path';
import { ensureBuilt } from '../ensure-built.mjs';
import { ensureInstalled } from '../install/ensure-installed.mjs';
import { ROOT } from '../paths.mjs';
import { runNode } from '../run.mjs';

const tool = (...path) => join('node_modules', ...path);
const succeeds = async (args) => (await runNode(args, { cwd: ROOT })).status === 0;

export const INSTALL = { name: 'install', run: () => ensureInstalled().then(() => true) };
export const BUILD = { name: 'production build', run: () => ensureBuilt().then(() => true) };

export const CHECKS = [
  { name: 'lint', run: () => succeeds([tool('eslint', 'bin', 'eslint.js'), '.', '--max-warnings', '0']) },
  {
    name: 'format',
    run: () => succeeds([tool('prettier', 'bin', 'prettier.cjs'), '--check', '--log-level', 'warn', '.']),
  },
  { name: 'type-check', run: () => succeeds([tool('typescript', 'bin', 'tsc'), '--build']) },
];
