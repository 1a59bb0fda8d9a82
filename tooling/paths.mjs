/** Absolute paths of the checkout that the tooling works on. */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
export const DIST_NODE = join(ROOT, 'dist', 'node');
export const DIST_PAGE = join(ROOT, 'dist', 'page');
export const ADDON_FOLDER = join(ROOT, 'electron', 'native', 'build', 'Release');
export const ADDON = join(ADDON_FOLDER, 'crossline_native.node');
/** Stamps and caches of the tooling. In node_modules, so that `npm ci`, which empties it, also empties them. */
export const CACHE = join(ROOT, 'node_modules', '.cache', 'crossline');
