/** The system's error codes in the program's terms. */
import { CrosslineError } from '../../shared/errors.ts';
import type { CrosslineFault } from '../../shared/errors.ts';

/** The fault of opening or reading `path`; `code` is the system's name of the error, e.g. "ENOENT". */
export function fileFault(path: string, code: string | undefined, detail: string): CrosslineFault {
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return { code: 'file-not-found', path };
    case 'EACCES':
    case 'EPERM':
      return { code: 'no-permission', path };
    case 'EISDIR':
    case 'ENXIO':
      return { code: 'not-a-file', path };
    case 'ESTALE':
      return { code: 'file-changed', path, detail };
    default:
      return { code: 'io-failed', path, detail };
  }
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
