/** What `npm run build` makes: for each target what it is made from, what comes out, and how it is made. */
import { join } from 'node:path';
import { ADDON, DIST_NODE, DIST_PAGE } from '../paths.mjs';

const isSource = (path) =>
  !/\.test\.tsx?$/.test(path) &&
  !/[\\/]electron[\\/]native[\\/]build$/.test(path) &&
  !/[\\/]tsconfig\.json$/.test(path);

/** @typedef {{name: string, inputs: string[], outputs: string[], isInput: (path: string) => boolean, make: () => Promise<void>}} Target */

/** Listed in the order in which they are made. @type {Target[]} */
const TARGETS = [
  {
    name: 'addon',
    inputs: ['electron/native', 'package-lock.json'],
    // May be missing afterwards: where there is no compiler the program runs on the fallback.
    outputs: [ADDON],
    isInput: (path) => isSource(path) && !/\.ts$|\.md$/.test(path),
    make: async () => (await import('./build-addon.mjs')).buildAddon(),
  },
  {
    name: 'node',
    inputs: ['electron', 'shared', 'assets', 'package.json', 'package-lock.json', 'tooling/targets'],
    outputs: ['cli.mjs', 'job-process.mjs', 'engine-process.mjs', 'main.mjs', 'preload.cjs'].map((name) =>
      join(DIST_NODE, name),
    ),
    isInput: isSource,
    make: async () => (await import('./build-node.mjs')).buildNode(),
  },
  {
    name: 'page',
    inputs: ['renderer', 'shared', 'assets', 'package.json', 'package-lock.json', 'vite.config.ts', 'tooling/targets'],
    outputs: [join(DIST_PAGE, 'index.html')],
    isInput: isSource,
    make: async () => (await import('./build-page.mjs')).buildPage(),
  },
];

/** The targets of these names, in the order in which they are made; all without a name. Throws for an unknown one. */
export function chooseTargets(names) {
  const unknown = names.filter((name) => !TARGETS.some((target) => target.name === name));
  if (unknown.length > 0) {
    throw new Error(`No target ${unknown.join(', ')}; there is ${TARGETS.map(({ name }) => name).join(', ')}.`);
  }
  return names.length === 0 ? TARGETS : TARGETS.filter(({ name }) => names.includes(name));
}
