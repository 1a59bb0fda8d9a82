/** Finds the files of a folder and of what lies beneath it. */
import { readdir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Dirent } from 'node:fs';
import { CrosslineError } from '../../../shared/errors.ts';
import { cancelled, systemError } from '../../native/file-faults.ts';
import { allowedPath, type FileAccess } from '../file-access.ts';

export interface FoundFile {
  readonly path: string;
  /** From the folder on, with `/` between folders. */
  readonly name: string;
  readonly bytes: number;
  readonly modifiedMs: number;
}

export interface FoundFiles {
  /** With every link resolved. */
  readonly path: string;
  /** By name. */
  readonly files: readonly FoundFile[];
  /** There are more files than `MOST_FILES`, or folders deeper than `MOST_DEPTH`. */
  readonly isCut: boolean;
}

/** More than any project's lines; a folder beyond is somebody's whole disk. */
export const MOST_FILES = 10_000;
/** Folders within folders. */
export const MOST_DEPTH = 12;

/**
 * Hidden files and folders are left out. Links to folders are not followed, since they may lead round in a circle; links
 * to files only where they stay inside what may be opened.
 * @throws CrosslineError outside-roots, file-not-found, no-permission, usage (it is a file), cancelled
 */
export async function walkFolder(access: FileAccess, path: string, signal: AbortSignal): Promise<FoundFiles> {
  const root = await allowedPath(access, path);
  if (!(await stat(root)).isDirectory()) {
    throw new CrosslineError({ code: 'usage', detail: `${path} is a file, not a folder` });
  }
  const files: FoundFile[] = [];
  let isCut = false;
  // Level by level, so that what is cut off is what lies deepest.
  let level: readonly string[] = [''];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > MOST_DEPTH || files.length >= MOST_FILES) {
      isCut = true;
      break;
    }
    const deeper: string[] = [];
    for (const folder of level) {
      if (signal.aborted) throw cancelled();
      const entries = await entriesOf(join(root, folder), folder === '' ? path : null);
      const shown = entries.filter(({ name }) => !name.startsWith('.'));
      deeper.push(...shown.filter((entry) => entry.isDirectory()).map(({ name }) => nameIn(folder, name)));
      const found = await Promise.all(shown.map((entry) => fileOf(access, root, folder, entry)));
      files.push(...found.filter((file) => file !== null));
    }
    level = deeper;
  }
  isCut ||= files.length > MOST_FILES;
  const sorted = files.toSorted((one, other) => one.name.localeCompare(other.name, 'en', { numeric: true }));
  return { path: root, files: sorted.slice(0, MOST_FILES), isCut };
}

const nameIn = (folder: string, name: string): string => (folder === '' ? name : `${folder}/${name}`);

/** @param asked the folder that was asked for; null for those beneath it, which may be unreadable or gone */
async function entriesOf(folder: string, asked: string | null): Promise<readonly Dirent[]> {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch (thrown) {
    if (asked === null) return [];
    throw systemError(thrown, asked);
  }
}

/** Null for what is no file, and for links that lead out, nowhere or to a folder. */
async function fileOf(access: FileAccess, root: string, folder: string, entry: Dirent): Promise<FoundFile | null> {
  if (!entry.isFile() && !entry.isSymbolicLink()) return null;
  const path = join(root, folder, entry.name);
  try {
    if (entry.isSymbolicLink()) await allowedPath(access, await realpath(path));
    const found = await stat(path);
    if (!found.isFile()) return null;
    return { path, name: nameIn(folder, entry.name), bytes: found.size, modifiedMs: found.mtimeMs };
  } catch {
    return null;
  }
}
