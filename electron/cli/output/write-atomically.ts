import { open, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { systemError } from '../../native/file-faults.ts';

/**
 * Writes a file under a temporary name beside its target and renames it at the end, so that nobody ever reads half of
 * it, and an earlier file of that name stays whole where writing fails.
 * @throws CrosslineError file-not-found (no such folder), not-a-file, no-permission, disk-full, io-failed
 */
export async function writeAtomically(
  path: string,
  parts: Iterable<Uint8Array | string> | AsyncIterable<string>,
): Promise<void> {
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
    // A missing folder is what is missing, not the file that was to be made in it.
    const isFolderMissing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    throw systemError(error, isFolderMissing ? dirname(path) : path);
  }
}
