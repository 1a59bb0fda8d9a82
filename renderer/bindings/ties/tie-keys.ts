/** The keys of ties: W shows them; Ctrl+Z and Ctrl+Shift+Z take choices back and bring them again while they are shown. */
import type { Viewer } from '../viewer.tsx';

/** True where the key meant something. */
export function tieKey({ stores, ties }: Viewer, key: string): boolean {
  if (key !== 'w' || stores.session.getState().surveys.length === 0) return false;
  ties.togglePanel();
  return true;
}

/** Of Ctrl+Z and Ctrl+Shift+Z. */
export function undoKey({ stores, ties }: Viewer, isAgain: boolean): boolean {
  if (!stores.ties.getState().isShown) return false;
  return isAgain ? ties.redo() : ties.undo();
}
