import type { Finding } from '../../../shared/survey.ts';
import styles from './tree.module.css';

/** What the reader noticed and assumed. */
export function FindingList({ findings }: { readonly findings: readonly Finding[] }) {
  if (findings.length === 0) return <p>The reader noticed nothing unusual.</p>;
  return (
    <ul className={styles['findings']}>
      {findings.map((finding, position) => (
        <li key={`${finding.code} ${position}`} className={styles['finding']} data-severity={finding.severity}>
          <p>{finding.message}</p>
          {finding.assumed !== undefined && <p>Assumed: {finding.assumed}</p>}
          <code>{finding.code}</code>
        </li>
      ))}
    </ul>
  );
}
