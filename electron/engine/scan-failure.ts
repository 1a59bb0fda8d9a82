import type { CrosslineFault } from '../../shared/errors.ts';

/** The change of its file that made a survey's scan fail; null where it failed for another reason. */
export function changeBehind(fault: CrosslineFault, path: string): CrosslineFault | null {
  switch (fault.code) {
    case 'file-changed':
      return fault;
    case 'not-segy':
    case 'truncated':
    case 'unsupported-format':
      // It was none of these when it opened, so what lies there now is another file.
      return { code: 'file-changed', path, detail: 'another file lies in its place' };
    default:
      return null;
  }
}
