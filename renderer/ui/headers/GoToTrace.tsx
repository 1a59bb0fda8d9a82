import type { FoundTrace } from '../../../shared/headers/header-calls.ts';
import type { SurveyInfo } from '../../../shared/survey.ts';
import { useViewer } from '../../bindings/viewer.tsx';
import { NumberField } from '../controls/NumberField.tsx';
import styles from './headers.module.css';
import type { RowSet } from './use-filter.ts';

interface GoToTraceProps {
  readonly info: SurveyInfo;
  readonly rows: RowSet;
  readonly current: FoundTrace | null;
  readonly onFound: (found: FoundTrace, inputAtMs: number) => void;
}

/** Goes to a trace by its number in the file, from 1; where the filter has not matched it, to the next that it has. */
export function GoToTrace({ info, rows, current, onFound }: GoToTraceProps) {
  const { headers } = useViewer();
  const go = (number: number, inputAtMs: number): void => {
    if (current !== null && number === current.trace + 1) return;
    const trace = Math.min(Math.max(Math.round(number), 1), info.traceCount) - 1;
    headers.rowOf(rows, trace).then(
      (found) => found !== null && onFound(found, inputAtMs),
      () => undefined,
    );
  };
  return (
    <label className={styles['goTo']}>
      Trace
      <NumberField label="Go to trace" text={current === null ? '' : String(current.trace + 1)} onCommit={go} />
    </label>
  );
}
