import type { Finding } from '../../../shared/survey.ts';
import { Tip } from '../controls/Tip.tsx';
import { SEVERITIES, SEVERITY_LOOKS } from '../health/severity-looks.ts';
import { countOf } from '../shell/format.ts';
import styles from './tree.module.css';

interface FindingBadgesProps {
  readonly findings: readonly Finding[];
  readonly onOpen: () => void;
}

/** How much the reader noticed, by severity; opens the health report. */
export function FindingBadges({ findings, onOpen }: FindingBadgesProps) {
  return SEVERITIES.map((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    if (count === 0) return null;
    const { name, Icon } = SEVERITY_LOOKS[severity];
    const text = countOf(count, name);
    return (
      <Tip key={severity} text={`${text} from the reader`}>
        <button type="button" className={styles['badge']} data-severity={severity} aria-label={text} onClick={onOpen}>
          <Icon aria-hidden />
          {count}
        </button>
      </Tip>
    );
  });
}
