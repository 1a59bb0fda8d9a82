import { CircleX, StickyNote, TriangleAlert, type LucideIcon } from 'lucide-react';
import type { Finding, FindingSeverity } from '../../../shared/survey.ts';
import { Tip } from '../controls/Tip.tsx';
import { countOf } from '../shell/format.ts';
import styles from './tree.module.css';

const SEVERITIES: readonly FindingSeverity[] = ['error', 'warning', 'info'];
const LOOKS: Readonly<Record<FindingSeverity, { readonly name: string; readonly Icon: LucideIcon }>> = {
  error: { name: 'error', Icon: CircleX },
  warning: { name: 'warning', Icon: TriangleAlert },
  info: { name: 'note', Icon: StickyNote },
};

interface FindingBadgesProps {
  readonly findings: readonly Finding[];
  readonly onOpen: () => void;
}

/** How much the reader noticed, by severity; opens the details. */
export function FindingBadges({ findings, onOpen }: FindingBadgesProps) {
  return SEVERITIES.map((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    if (count === 0) return null;
    const { name, Icon } = LOOKS[severity];
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
