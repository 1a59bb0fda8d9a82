/** A folder's content as the page's file browser shows it. */
import { readdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { FolderEntry, FolderListing } from '../../shared/contract.ts';
import { isCrosslineError } from '../../shared/errors.ts';
import { allowedPath, type FileAccess } from './file-access.ts';
import { systemError } from '../native/file-faults.ts';

/** @throws CrosslineError outside-roots, file-not-found, no-permission */
export async function listFolder(access: FileAccess, path: string): Promise<FolderListing> {
  const folder = await allowedPath(access, path);
  let names: string[];
  try {
    names = await readdir(folder);
  } catch (thrown) {
    throw systemError(thrown, path);
  }
  const shown = names.filter((name) => !name.startsWith('.'));
  const entries = await Promise.all(shown.map((name) => describe(join(folder, name), name)));
  return {
    path: folder,
    parent: await parentOf(access, folder),
    entries: entries.filter((entry) => entry !== null).sort(byKindAndName),
  };
}

/** Null for what cannot be opened: broken links, devices, files that vanished meanwhile. */
async function describe(path: string, name: string): Promise<FolderEntry | null> {
  try {
    const found = await stat(path);
    const common = { name, path, modifiedMs: found.mtimeMs };
    if (found.isDirectory()) return { ...common, kind: 'folder', bytes: 0 };
    return found.isFile() ? { ...common, kind: 'file', bytes: found.size } : null;
  } catch {
    return null;
  }
}

async function parentOf(access: FileAccess, folder: string): Promise<string | null> {
  const parent = dirname(folder);
  if (parent === folder) return null;
  try {
    return await allowedPath(access, parent);
  } catch (thrown) {
    if (isCrosslineError(thrown)) return null;
    throw thrown;
  }
}

const byKindAndName = (a: FolderEntry, b: FolderEntry): number =>
  a.kind === b.kind ? a.name.localeCompare(b.name, 'en', { numeric: true }) : a.kind === 'folder' ? -1 : 1;
