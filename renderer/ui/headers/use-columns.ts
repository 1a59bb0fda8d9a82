import { useCallback, useMemo } from 'react';
import { useStore } from 'zustand';
import type { CrosslineFault } from '../../../shared/errors.ts';
import type { HeaderDescription } from '../../../shared/headers/header-calls.ts';
import type { WordStatistics } from '../../../shared/headers/header-statistics.ts';
import type { HeaderWordDefinition } from '../../../shared/headers/header-word.ts';
import { traceWordsIn } from '../../../shared/headers/trace-words.ts';
import { usefulColumns } from '../../../shared/headers/useful-columns.ts';
import type { HeaderPlace } from '../../../shared/mapping/header-place.ts';
import type { SurveyInfo } from '../../../shared/survey.ts';
import { useViewer } from '../../bindings/viewer.tsx';
import { changeHeadersView, headersViewOf } from '../../state/headers-store.ts';
import { useTask } from './use-task.ts';

/** Enough to see which words vary; they take 10 ms from memory. */
const TRACES_SAMPLED = 2048;

export interface ColumnsView {
  /** Null until it is known which words vary. */
  readonly columns: readonly HeaderPlace[] | null;
  /** All words that these traces have, with figures of a sample of the traces. */
  readonly words: readonly HeaderWordDefinition[];
  readonly statistics: readonly WordStatistics[] | null;
  readonly fault: CrosslineFault | null;
  readonly setColumns: (columns: readonly HeaderPlace[] | null) => void;
}

const placeOf = ({ byte, type }: HeaderPlace): HeaderPlace => ({ byte, type });

export function useColumns(info: SurveyInfo, { traceHeaderBytes }: HeaderDescription): ColumnsView {
  const { headers, stores } = useViewer();
  const chosen = useStore(stores.headers, (state) => headersViewOf(state, info).columns);
  const words = useMemo(
    () => traceWordsIn(traceHeaderBytes).filter(({ isText }) => isText !== true),
    [traceHeaderBytes],
  );
  const summarise = useCallback(
    (signal: AbortSignal) =>
      headers.summarise(
        { surveyId: info.id, filterId: null, places: words.map(placeOf), most: TRACES_SAMPLED },
        signal,
      ),
    [headers, info.id, words],
  );
  const { result: statistics, fault } = useTask(summarise);
  const columns = useMemo(
    () => chosen ?? (statistics && usefulColumns(words, statistics).map(placeOf)),
    [chosen, words, statistics],
  );
  const setColumns = useCallback(
    (next: readonly HeaderPlace[] | null) => stores.headers.setState(changeHeadersView(info, { columns: next })),
    [stores, info],
  );
  return { columns, words, statistics, fault, setColumns };
}
