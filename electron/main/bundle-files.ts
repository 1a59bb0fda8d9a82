/** Where the other bundles lie, seen from the bundle of main (`dist/node/main.mjs`). */
import { dirname, join, sep } from 'node:path';

export interface BundleFiles {
  readonly preload: string;
  readonly jobProcess: string;
  readonly pageFolder: string;
  readonly icon: string;
}

/** @param main absolute path of the running bundle */
export function bundleFilesOf(main: string): BundleFiles {
  const nodeFolder = dirname(main);
  const root = dirname(dirname(nodeFolder));
  return {
    preload: join(nodeFolder, 'preload.cjs'),
    // A forked script does not see into the archive: electron-builder puts it into a folder beside it.
    jobProcess: join(nodeFolder, 'job-process.mjs').replace(`app.asar${sep}`, `app.asar.unpacked${sep}`),
    pageFolder: join(root, 'dist', 'page'),
    icon: join(root, 'assets', 'icon.png'),
  };
}
