/** Which words of a file are worth a column. */
import type { HeaderWordDefinition } from './header-word.ts';
import type { WordStatistics } from './header-statistics.ts';

export const isConstant = ({ distinctCount }: WordStatistics): boolean => distinctCount !== null && distinctCount <= 1;

/**
 * Those that differ from trace to trace; of a file whose traces are all alike, the first.
 * @param statistics one a word
 */
export function usefulColumns(
  words: readonly HeaderWordDefinition[],
  statistics: readonly WordStatistics[],
): readonly HeaderWordDefinition[] {
  const varying = words.filter((word, index) => word.isText !== true && !isConstant(statistics[index]!));
  return varying.length > 0 ? varying : words.slice(0, 1);
}
