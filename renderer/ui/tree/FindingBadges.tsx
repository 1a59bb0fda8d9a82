import type { Finding, FindingSeverity } from '../../../shared/survey.ts';
import { Tip } from '../controls/Tip.tsx';
import styles from './tree.module.css';

const SEVERITIES: readonly FindingSeverity[] = ['error', 'warning', 'info'];
const NAMES: Readonly<Record<FindingSeverity, string>> = { error: 'error', warning: 'warning', info: 'note' };

interface FindingBadgesProps {
  readonly findings: readonly Finding[];
  readonly onOpen: () => void;
}

/** How much the reader noticed, by severity; opens the details. */
export function FindingBadges({ findings, onOpen }: FindingBadgesProps) {
  return SEVERITIES.map((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    if (count === 0) return null;
    const text = `${count} ${NAMES[severity]}${count === 1 ? '' : 's'}`;
    return (
      <Tip key={severity} text="What the reader noticed">
        <button type="button" className={styles['badge']} data-severity={severity} onClick={onOpen}>
          {text}
        </button>
      </Tip>
    );
  });
}
