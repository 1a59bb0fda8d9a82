/** The keys of crossings: R lists them, S shows both sections, N and P go on to the next and back. */
import type { Viewer } from '../viewer.tsx';

/** True where the key meant something. */
export function crossingKey({ crossings, stores }: Viewer, key: string): boolean {
  switch (key) {
    case 'r':
      if (stores.session.getState().surveys.length === 0) return false;
      crossings.toggleTable();
      return true;
    case 's':
      return crossings.toggleSplit();
    case 'n':
      return crossings.step(1);
    case 'p':
      return crossings.step(-1);
    default:
      return false;
  }
}
