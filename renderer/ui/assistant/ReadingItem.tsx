import { RadioGroup } from 'radix-ui';
import { useId } from 'react';
import type { LineAxis } from '../../../shared/axes.ts';
import type { MappingProposal } from '../../../shared/mapping/mapping-proposal.ts';
import type { Reading } from '../../state/assistant/assistant-store.ts';
import { countOf, formatCount } from '../shell/format.ts';
import { KIND_NAMES } from '../tree/survey-facts.ts';
import styles from './assistant.module.css';
import { ReadingThumbs } from './ReadingThumbs.tsx';

interface ReadingItemProps {
  readonly reading: Reading;
  readonly isChosen: boolean;
  readonly editCount: number;
}

/** The chosen one gives all its reasons, the others the weightiest. */
export function ReadingItem({ reading, isChosen, editCount }: ReadingItemProps) {
  const { id, title, proposal, isInUse } = reading;
  const reasonsId = useId();
  const reasons = proposal?.reasons ?? [];
  const sibling = proposal?.acceptedFor ?? null;
  return (
    <RadioGroup.Item
      className={styles['reading']}
      value={id}
      aria-label={title}
      aria-describedby={reasonsId}
      data-testid="reading"
    >
      <span className={styles['readingHead']}>
        <span className={styles['readingTitle']}>{title}</span>
        {proposal !== null && (
          <span className={styles['score']} title="How well the whole file agrees">
            {Math.round(proposal.score * 100)} %
          </span>
        )}
      </span>
      {sibling !== null && <span className={styles['sibling']}>Accepted for {sibling}, a file alike</span>}
      <span className={styles['extent']}>
        {proposal !== null && <span>{extentText(proposal)}</span>}
        {isInUse && <span className={styles['tag']}>in use</span>}
        {editCount > 0 && <span className={styles['tag']}>{countOf(editCount, 'change')}</span>}
      </span>
      {proposal !== null && <ReadingThumbs overrides={proposal.overrides} />}
      <span id={reasonsId} className={styles['reasons']}>
        {(isChosen ? reasons : reasons.slice(0, 1)).map((reason) => (
          <span key={reason}>{reason}</span>
        ))}
      </span>
    </RadioGroup.Item>
  );
}

/** E.g. "Cube, 23 × 18 lines, 414 traces". */
function extentText({ kind, inline, crossline, traceCount }: MappingProposal): string {
  const lines = inline === null || crossline === null ? [] : [`${lineCount(inline)} × ${lineCount(crossline)} lines`];
  return [KIND_NAMES[kind], ...lines, countOf(traceCount, 'trace')].join(', ');
}

const lineCount = ({ count }: LineAxis): string => formatCount(count);
