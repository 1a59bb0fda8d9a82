/** Node's file errors as faults, also those of writing, which readers never meet. */
import { CrosslineError, isCrosslineError } from '../../shared/errors.ts';
import { fileFault as readFault } from '../native/file-faults.ts';

export function fileFault(thrown: unknown, path: string): CrosslineError {
  if (isCrosslineError(thrown)) return thrown;
  const code = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : undefined;
  const options = { cause: thrown };
  if (code === 'ENOSPC') return new CrosslineError({ code: 'disk-full', path }, options);
  if (code === 'EEXIST') return new CrosslineError({ code: 'file-exists', path }, options);
  return new CrosslineError(readFault(path, code, thrown instanceof Error ? thrown.message : String(thrown)), options);
}
