/**
 * The keys of crossings: R lists them, S shows both sections, Y their tie, K the marks on sections, N and P go on to the next and back; comma and full stop turn
 * the left and the right section round, F swaps them.
 */
import type { Viewer } from '../viewer.tsx';

/** True where the key meant something. */
export function crossingKey({ crossings, stores, tiePanel }: Viewer, key: string): boolean {
  const { isSplitShown } = stores.crossings.getState();
  switch (key) {
    case 'r':
      if (stores.session.getState().surveys.length === 0) return false;
      crossings.toggleTable();
      return true;
    case 's':
      return crossings.toggleSplit();
    case 'y':
      return tiePanel.toggle();
    case 'k':
      crossings.toggleMarks();
      return true;
    case 'n':
      return crossings.step(1);
    case 'p':
      return crossings.step(-1);
    case 'f':
      if (!isSplitShown) return false;
      crossings.swapSides();
      return true;
    case ',':
    case '.':
      if (!isSplitShown) return false;
      crossings.flip(key === ',' ? 'left' : 'right');
      return true;
    default:
      return false;
  }
}
