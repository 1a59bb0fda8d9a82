import { stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { walkFolder } from '../../engine/folders/walk-folder.ts';
import type { LineFile } from '../../jobs/crossings/collect-lines.ts';
import { systemError } from '../../native/file-faults.ts';
import type { Terminal } from '../terminal.ts';

export interface LineFiles {
  readonly files: readonly LineFile[];
  /** Of folders that hold more than is looked through. */
  readonly notes: readonly string[];
}

/**
 * Files as named, and all that lie in the folders named and beneath them.
 * @throws CrosslineError file-not-found, no-permission, cancelled
 */
export async function lineFiles(names: readonly string[], terminal: Terminal): Promise<LineFiles> {
  const files = new Map<string, LineFile>();
  const notes: string[] = [];
  for (const name of names) {
    const path = resolve(terminal.workingFolder, name);
    if (!(await isFolder(path))) {
      files.set(path, { path, name: basename(path), isNamed: true });
      continue;
    }
    const found = await walkFolder({ roots: 'anywhere', files: [] }, path, terminal.interrupted);
    if (found.isCut) notes.push(`${name} holds more files than are looked through.`);
    for (const file of found.files) {
      if (!files.has(file.path)) files.set(file.path, { path: file.path, name: file.name, isNamed: false });
    }
  }
  return { files: [...files.values()], notes };
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch (thrown) {
    throw systemError(thrown, path);
  }
}
