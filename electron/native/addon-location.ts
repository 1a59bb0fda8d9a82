/** Where the compiled addon may lie: the one place that knows it. */
import { dirname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const ADDON_NAME = 'crossline_native.node';

/**
 * Candidates in the order in which they are tried: CROSSLINE_ADDON alone where it is set; else beside the bundle, then
 * where node-gyp builds it, seen from this source file and from a bundle in dist/node.
 */
export function addonLocations(environment: NodeJS.ProcessEnv = process.env): string[] {
  const chosen = environment['CROSSLINE_ADDON'];
  if (chosen !== undefined && chosen !== '') return [chosen];
  const here = unpacked(dirname(fileURLToPath(import.meta.url)));
  return [
    join(here, ADDON_NAME),
    join(here, 'build', 'Release', ADDON_NAME),
    join(here, '..', '..', 'electron', 'native', 'build', 'Release', ADDON_NAME),
  ];
}

/** The system cannot load a library from inside an asar archive: electron-builder puts it into a folder beside it. */
const unpacked = (folder: string): string => folder.replace(`app.asar${sep}`, `app.asar.unpacked${sep}`);
