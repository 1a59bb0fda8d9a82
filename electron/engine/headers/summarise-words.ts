/** Figures of several words at once. */
import type { WordStatistics } from '../../../shared/headers/header-statistics.ts';
import type { HeaderPlace } from '../../../shared/mapping/header-place.ts';
import type { SurveySource } from '../../formats/survey-source.ts';
import type { TraceRows } from './trace-rows.ts';
import { ValueAccumulator } from './value-counts.ts';
import { visitRows, type RowTask } from './visit-rows.ts';

/** Kept apart for each word. A hundred words of more would take 100 MB. */
const MOST_DISTINCT = 10_000;

export async function summariseWords(
  source: SurveySource,
  rows: TraceRows,
  places: readonly HeaderPlace[],
  task: RowTask,
): Promise<readonly WordStatistics[]> {
  const accumulators = places.map(() => new ValueAccumulator(MOST_DISTINCT));
  await visitRows(source, rows, { first: 0, count: rows.count }, places, task, ({ columns }) => {
    for (const [index, column] of columns.entries()) accumulators[index]!.add(column);
  });
  return accumulators.map((accumulator) => accumulator.statistics());
}
