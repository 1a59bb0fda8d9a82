import { useCallback, useEffect, useMemo } from 'react';
import type { CrosslineFault } from '../../../shared/errors.ts';
import type { FilterId } from '../../../shared/headers/header-calls.ts';
import type { SurveyInfo } from '../../../shared/survey.ts';
import { useViewer } from '../../bindings/viewer.tsx';
import { useTask } from './use-task.ts';

/** Rows of a table: all traces, or those that a filter matched. */
export interface RowSet {
  readonly surveyId: string;
  readonly filterId: FilterId | null;
  readonly count: number;
}

export interface FilterView {
  /** Of the last filter that succeeded; null before. */
  readonly rows: RowSet | null;
  readonly fault: CrosslineFault | null;
  readonly isRunning: boolean;
}

/** Evaluates an expression over all traces; the empty one matches all of them. */
export function useFilter({ id, traceCount }: SurveyInfo, expression: string): FilterView {
  const { headers } = useViewer();
  const run = useCallback((signal: AbortSignal) => headers.filter(id, expression, signal), [headers, id, expression]);
  const { result, fault, isRunning } = useTask(expression === '' ? null : run);

  useEffect(() => {
    if (result === null) return undefined;
    return () => headers.dropFilter(result.filterId);
  }, [headers, result]);

  const rows = useMemo<RowSet | null>(() => {
    if (expression === '') return { surveyId: id, filterId: null, count: traceCount };
    return result && { surveyId: id, filterId: result.filterId, count: result.matchCount };
  }, [expression, id, traceCount, result]);
  return { rows, fault, isRunning };
}
