/**
 * The plain TypeScript twin of the addon, over positional reads: the reference in the tests, and what runs where the
 * addon could not be built. It decodes on the calling thread, so hosts run it in a child process.
 */
import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { CrosslineError, isCrosslineError } from '../../shared/errors.ts';
import { FallbackFile } from './fallback-file.ts';
import { fileFault } from './file-faults.ts';
import type { NativeReader, OpenFile } from './native-reader.ts';

/** `notice` says in words for the user why the addon is not in use. */
export const createFallbackReader = (notice: string): NativeReader => ({ kind: 'fallback', notice, openFile });

async function openFile(path: string): Promise<OpenFile> {
  let handle: FileHandle | null = null;
  try {
    // Without O_NONBLOCK opening a pipe would wait for its writer. On Windows, where it is undefined, `|` takes it as 0.
    handle = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
    const found = await handle.stat();
    if (!found.isFile()) throw new CrosslineError({ code: 'not-a-file', path });
    return new FallbackFile(path, handle, found.size, found.mtimeMs);
  } catch (error) {
    await handle?.close();
    if (isCrosslineError(error)) throw error;
    const { code, message } = error as NodeJS.ErrnoException;
    throw new CrosslineError(fileFault(path, code, message), { cause: error });
  }
}
