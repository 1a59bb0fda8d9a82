/** What HDF5's library says went wrong, in one clause. */
import { CrosslineError } from '../../../../shared/errors.ts';

/** The innermost of its calls says why: `#006: .../H5Z.c line 1264 in H5Z_find(): required filter 'zstd' is not registered`. */
const CALL = /^\s*#\d+: .* in \w+\(\): (.+)$/gm;

export function libraryReason(thrown: unknown): string {
  const text = thrown instanceof Error ? thrown.message : String(thrown);
  const innermost = [...text.matchAll(CALL)].at(-1)?.[1];
  return innermost ?? text.split('\n')[0]!.replace(/[.:\s]+$/, '');
}

/** @param what e.g. "/data cannot be decoded" */
export const libraryError = (path: string, what: string, thrown: unknown): CrosslineError =>
  new CrosslineError({ code: 'not-hdf5', path, reason: `${what} (${libraryReason(thrown)})` }, { cause: thrown });
