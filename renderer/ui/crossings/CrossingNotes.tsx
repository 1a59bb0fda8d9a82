import { formatCount } from '../shell/format.ts';
import styles from './crossings.module.css';

/** What was left out of the search, and why. */
export function CrossingNotes({ notes }: { readonly notes: readonly string[] }) {
  if (notes.length === 0) return null;
  if (notes.length === 1) {
    return (
      <p className={styles['notes']} data-testid="crossing-notes">
        {notes[0]}
      </p>
    );
  }
  return (
    <details className={styles['notes']} data-testid="crossing-notes">
      <summary>{formatCount(notes.length)} surveys or lines left out</summary>
      <ul>
        {notes.map((note, at) => (
          <li key={at}>{note}</li>
        ))}
      </ul>
    </details>
  );
}
