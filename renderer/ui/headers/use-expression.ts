import { useMemo } from 'react';
import { CrosslineError, type CrosslineFault } from '../../../shared/errors.ts';
import { parseFilter } from '../../../shared/headers/filter/parse-filter.ts';
import type { SurveyInfo } from '../../../shared/survey.ts';

/** What is wrong with an expression, as it is typed; null where nothing is, or nothing was typed. */
export function useExpressionFault(
  expression: string,
  { mapping }: SurveyInfo,
  headerBytes: number,
): Extract<CrosslineFault, { code: 'wrong-expression' }> | null {
  return useMemo(() => {
    if (expression.trim() === '') return null;
    try {
      parseFilter(expression, { mapping: mapping?.mapping ?? null, headerBytes });
      return null;
    } catch (thrown) {
      if (thrown instanceof CrosslineError && thrown.fault.code === 'wrong-expression') return thrown.fault;
      throw thrown;
    }
  }, [expression, mapping, headerBytes]);
}
