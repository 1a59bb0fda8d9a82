import { open, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { CrosslineError } from '../../../shared/errors.ts';
import type { CrosslineFault } from '../../../shared/errors.ts';

/**
 * Writes a file under a temporary name beside its target and renames it at the end, so that nobody ever reads half of
 * it, and an earlier file of that name stays whole where writing fails.
 * @throws CrosslineError file-not-found (no such folder), not-a-file, no-permission, disk-full, io-failed
 */
export async function writeAtomically(path: string, parts: Iterable<Uint8Array | string>): Promise<void> {
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
  try {
    const file = await open(temporary, 'wx');
    try {
      await writeFile(file, parts);
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw new CrosslineError(writeFault(error as NodeJS.ErrnoException, path), { cause: error });
  }
}

function writeFault(error: NodeJS.ErrnoException, path: string): CrosslineFault {
  switch (error.code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return { code: 'file-not-found', path: dirname(path) };
    case 'EISDIR':
      return { code: 'not-a-file', path };
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return { code: 'no-permission', path };
    case 'ENOSPC':
    case 'EDQUOT':
      return { code: 'disk-full', path };
    default:
      return { code: 'io-failed', path, detail: error.message };
  }
}
