import type { TieDetail } from '../../../shared/ties/tie-detail.ts';
import type { TieSubject } from '../../state/ties/tie-subject.ts';
import { tieFigures } from './tie-figures.ts';
import styles from './ties.module.css';

interface TieFiguresProps {
  readonly detail: TieDetail;
  readonly subject: TieSubject;
}

/** What line 1 would need if line 2 were right. */
export function TieFigures({ detail, subject: { names, infos } }: TieFiguresProps) {
  const unknown = names.filter((_, at) => infos[at]!.samples.domain === 'unknown');
  return (
    <div className={styles['figures']} data-testid="tie-figures">
      <p className={styles['names']}>
        <strong data-trace="1">{names[0]}</strong> to <strong data-trace="2">{names[1]}</strong>
      </p>
      <dl>
        {tieFigures(detail, names).map(({ id, label, text, hint }) => (
          <div key={id} title={hint} data-figure={id}>
            <dt>{label}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      {detail.estimate === null && (
        <p>Within the gate less than half of the traces overlap, so shift, phase and gain cannot be told.</p>
      )}
      {unknown.length > 0 && (
        <p data-testid="tie-domain">Time or depth of {unknown.join(' and ')} is not known: taken to be in time.</p>
      )}
    </div>
  );
}
