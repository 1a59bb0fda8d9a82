/** Which files this host may show. The window's user chose each file; a browser's requests may come from anyone. */
import { realpath } from 'node:fs/promises';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import { CrosslineError } from '../../shared/errors.ts';
import { systemError } from '../native/file-faults.ts';

export interface FileAccess {
  /** Folders that may be listed and opened from, or 'anywhere'. */
  readonly roots: readonly string[] | 'anywhere';
  /** Files allowed beside the roots: those named on the command line. */
  readonly files: readonly string[];
}

const isInside = (folder: string, path: string): boolean => {
  const way = relative(folder, path);
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way));
};

/** A root that does not exist (yet) allows nothing but may appear later, so it is looked up at each request. */
async function realPathOrNull(path: string): Promise<string | null> {
  try {
    return await realpath(path);
  } catch {
    return null;
  }
}

async function realPathOf(path: string): Promise<string> {
  try {
    return await realpath(resolve(path));
  } catch (thrown) {
    throw systemError(thrown, path);
  }
}

/**
 * The path with every link resolved, which is what is compared and opened: a link inside a root does not lead out.
 * @throws CrosslineError outside-roots, file-not-found, no-permission
 */
export async function allowedPath(access: FileAccess, path: string): Promise<string> {
  if (access.roots === 'anywhere') return await realPathOf(path);
  // Outside the roots every answer is the same, so that nothing is learned of what lies there.
  const real = await realPathOrNull(resolve(path));
  for (const root of access.roots) {
    const realRoot = await realPathOrNull(root);
    if (realRoot === null) continue;
    if (real !== null && isInside(realRoot, real)) return real;
    if (real === null && isInside(resolve(root), resolve(path))) return await realPathOf(path);
  }
  for (const file of access.files) {
    if (real !== null && real === (await realPathOrNull(file))) return real;
    if (real === null && resolve(file) === resolve(path)) return await realPathOf(path);
  }
  throw new CrosslineError({ code: 'outside-roots', path });
}
