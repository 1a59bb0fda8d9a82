/** The system's error codes in the program's terms. */
import { CrosslineError, isCrosslineError } from '../../shared/errors.ts';
import type { CrosslineFault } from '../../shared/errors.ts';

/** The fault of opening, reading or writing `path`; `code` is the system's name of the error, e.g. "ENOENT". */
export function fileFault(path: string, code: string | undefined, detail: string): CrosslineFault {
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return { code: 'file-not-found', path };
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return { code: 'no-permission', path };
    case 'EISDIR':
    case 'ENXIO':
      return { code: 'not-a-file', path };
    case 'ENOSPC':
    case 'EDQUOT':
    // A limit on file sizes (`ulimit -f`) is to the user what a full disk is.
    case 'EFBIG':
      return { code: 'disk-full', path };
    case 'EEXIST':
      return { code: 'file-exists', path };
    case 'ESTALE':
      return { code: 'file-changed', path, detail };
    // The process's own limit, the system's, or that of mappings (`vm.max_map_count`).
    case 'EMFILE':
    case 'ENFILE':
    case 'ENOMEM':
      return { code: 'too-many-open', path };
    default:
      return { code: 'io-failed', path, detail };
  }
}

/** What Node's file calls throw, as an error of ours; one of ours stays what it is. */
export function systemError(thrown: unknown, path: string): CrosslineError {
  if (isCrosslineError(thrown)) return thrown;
  const code = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : undefined;
  const detail = thrown instanceof Error ? thrown.message : String(thrown);
  return new CrosslineError(fileFault(path, code, detail), { cause: thrown });
}

export const closedFile = (path: string): CrosslineError =>
  new CrosslineError({ code: 'file-changed', path, detail: 'it was closed' });

export const writtenFile = (path: string): CrosslineError =>
  new CrosslineError({ code: 'file-changed', path, detail: 'it was written to' });

export const changedSize = (path: string, before: number, now: number): CrosslineError =>
  new CrosslineError({
    code: 'file-changed',
    path,
    detail: `it has ${now} bytes instead of ${before}`,
  });

export const cancelled = (): CrosslineError => new CrosslineError({ code: 'cancelled' });
