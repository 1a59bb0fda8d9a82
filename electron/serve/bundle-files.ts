/** Where the other bundles and the page lie, seen from a bundle in `dist/node`. */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const nodeFolder = (): string => dirname(fileURLToPath(import.meta.url));

export const engineProcessFile = (): string => join(nodeFolder(), 'engine-process.mjs');
export const jobProcessFile = (): string => join(nodeFolder(), 'job-process.mjs');
export const builtPageFolder = (): string => join(dirname(nodeFolder()), 'page');
