import { formatCount } from '../../shell/format.ts';
import styles from './ties.module.css';

/** Groups that hang together by nothing, and what was left out. */
export function TieNotes({ notes }: { readonly notes: readonly string[] }) {
  if (notes.length === 0) return null;
  return (
    <details className={styles['notes']} data-testid="tie-notes" open={notes.length === 1}>
      <summary>{notes.length === 1 ? 'A note' : `${formatCount(notes.length)} notes`}</summary>
      <ul>
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </details>
  );
}
