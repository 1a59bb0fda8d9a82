import { X } from 'lucide-react';
import { useId, useState } from 'react';
import { useStore } from 'zustand';
import { describeFault, type CrosslineFault } from '../../../shared/errors.ts';
import type { SurveyInfo } from '../../../shared/survey.ts';
import { useViewer } from '../../bindings/viewer.tsx';
import { changeHeadersView, headersViewOf } from '../../state/headers-store.ts';
import { IconButton } from '../controls/IconButton.tsx';
import { formatCount } from '../shell/format.ts';
import styles from './headers.module.css';
import { ExpressionFault } from './ExpressionFault.tsx';
import { useExpressionFault } from './use-expression.ts';

interface FilterBoxProps {
  readonly info: SurveyInfo;
  readonly traceHeaderBytes: number;
  readonly matchCount: number | null;
  readonly isRunning: boolean;
  readonly fault: CrosslineFault | null;
}

const EXAMPLE = 'Filter, e.g. inline >= 100 and byte(37) % 2 == 1';

/** Which traces the table lists. Enter applies; what is wrong is said while one types. */
export function FilterBox({ info, traceHeaderBytes, matchCount, isRunning, fault }: FilterBoxProps) {
  const { headers: store } = useViewer().stores;
  const applied = useStore(store, (state) => headersViewOf(state, info).filter);
  const [draft, setDraft] = useState<string | null>(null);
  const text = draft ?? applied;
  const wrong = useExpressionFault(text, info, traceHeaderBytes);
  const faultId = useId();

  const apply = (expression: string): void => {
    if (wrong !== null && expression !== '') return;
    store.setState(changeHeadersView(info, { filter: expression.trim() }));
    setDraft(null);
  };

  return (
    <>
      <div className={styles['fieldBox']}>
        <input
          className={styles['expression']}
          type="text"
          spellCheck={false}
          autoComplete="off"
          aria-label="Filter"
          aria-invalid={wrong !== null}
          aria-describedby={faultId}
          placeholder={EXAMPLE}
          value={text}
          onChange={(event) => setDraft(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter') apply(text);
            if (event.key === 'Escape') setDraft(null);
          }}
        />
        {text !== '' && (
          <IconButton label="Clear the filter" onClick={() => apply('')}>
            <X aria-hidden />
          </IconButton>
        )}
        <div id={faultId}>{wrong !== null && <ExpressionFault fault={wrong} />}</div>
      </div>
      <span className={styles['note']} role="status" data-testid="match-count">
        {fault !== null ? (
          describeFault(fault).message
        ) : (
          <Matches info={info} {...{ matchCount, isRunning, applied }} />
        )}
      </span>
    </>
  );
}

interface MatchesProps {
  readonly info: SurveyInfo;
  readonly matchCount: number | null;
  readonly isRunning: boolean;
  readonly applied: string;
}

function Matches({ info, matchCount, isRunning, applied }: MatchesProps) {
  const { headers: store } = useViewer().stores;
  const progress = useStore(store, (state) => state.progress);
  if (isRunning) return progress === null ? 'Filtering…' : `Filtering… ${percent(progress.done, progress.total)}`;
  if (applied === '' || matchCount === null) return `${formatCount(info.traceCount)} traces`;
  return `${formatCount(matchCount)} of ${formatCount(info.traceCount)}`;
}

const percent = (done: number, total: number): string => `${total === 0 ? 100 : Math.floor((100 * done) / total)} %`;
