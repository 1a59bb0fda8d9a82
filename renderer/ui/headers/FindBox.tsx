import { ChevronDown, ChevronUp } from 'lucide-react';
import { useId, useRef, useState } from 'react';
import { describeFault, faultOf } from '../../../shared/errors.ts';
import type { FoundTrace } from '../../../shared/headers/header-calls.ts';
import type { SurveyInfo } from '../../../shared/survey.ts';
import { useViewer } from '../../bindings/viewer.tsx';
import { IconButton } from '../controls/IconButton.tsx';
import { ExpressionFault } from './ExpressionFault.tsx';
import styles from './headers.module.css';
import { useExpressionFault } from './use-expression.ts';
import type { RowSet } from './use-filter.ts';

interface FindBoxProps {
  readonly info: SurveyInfo;
  readonly traceHeaderBytes: number;
  readonly rows: RowSet;
  readonly from: FoundTrace | null;
  readonly onFound: (found: FoundTrace, inputAtMs: number) => void;
}

/** The next and the previous trace that matches, of those in the table. */
export function FindBox({ info, traceHeaderBytes, rows, from, onFound }: FindBoxProps) {
  const { headers } = useViewer();
  const [text, setText] = useState('');
  const [outcome, setOutcome] = useState('');
  const running = useRef<AbortController | null>(null);
  const wrong = useExpressionFault(text, info, traceHeaderBytes);
  const faultId = useId();
  const isReady = text.trim() !== '' && wrong === null && rows.count > 0;

  const find = (direction: 1 | -1, inputAtMs: number): void => {
    if (!isReady) return;
    running.current?.abort();
    const controller = new AbortController();
    running.current = controller;
    const start = from === null ? (direction === 1 ? 0 : rows.count - 1) : from.row + direction;
    if (start < 0 || start >= rows.count) {
      setOutcome('no more');
      return;
    }
    setOutcome('…');
    headers.find({ ...rows, expression: text, from: start, direction }, controller.signal).then(
      (found) => {
        if (controller.signal.aborted) return;
        setOutcome(found === null ? 'no more' : '');
        if (found !== null) onFound(found, inputAtMs);
      },
      (thrown: unknown) => !controller.signal.aborted && setOutcome(describeFault(faultOf(thrown)).message),
    );
  };

  return (
    <>
      <div className={styles['findBox']}>
        <input
          className={styles['expression']}
          type="text"
          spellCheck={false}
          autoComplete="off"
          aria-label="Find a trace"
          aria-invalid={wrong !== null}
          aria-describedby={faultId}
          placeholder="Find, e.g. cdp == 220"
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value);
            setOutcome('');
          }}
          onKeyDown={(event) => {
            if (event.key === 'Enter') find(event.shiftKey ? -1 : 1, event.timeStamp);
          }}
        />
        <div id={faultId}>{wrong !== null && <ExpressionFault fault={wrong} />}</div>
      </div>
      <IconButton label="Find the previous trace" disabled={!isReady} onClick={(event) => find(-1, event.timeStamp)}>
        <ChevronUp aria-hidden />
      </IconButton>
      <IconButton label="Find the next trace" disabled={!isReady} onClick={(event) => find(1, event.timeStamp)}>
        <ChevronDown aria-hidden />
      </IconButton>
      {outcome !== '' && (
        <span className={styles['note']} role="status" data-testid="find-outcome">
          {outcome}
        </span>
      )}
    </>
  );
}
