/** What can go wrong while the sample is written, as the program's faults. */
import { CrosslineError, type CrosslineFault } from '../../shared/errors.ts';
import { fileFault } from '../native/file-faults.ts';

function faultOfCode(code: string | undefined, path: string, detail: string): CrosslineFault {
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return { code: 'disk-full', path };
    case 'EROFS':
      return { code: 'no-permission', path };
    default:
      return fileFault(path, code, detail);
  }
}

/** Errors of the system become faults; faults and defects stay as they are. */
export function sampleError(thrown: unknown, folder: string): unknown {
  if (!(thrown instanceof Error) || !('syscall' in thrown)) return thrown;
  const { code, path } = thrown as NodeJS.ErrnoException;
  return new CrosslineError(faultOfCode(code, path ?? folder, thrown.message), { cause: thrown });
}
