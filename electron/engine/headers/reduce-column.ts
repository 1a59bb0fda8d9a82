/** A word along the rows, reduced to what a plot shows. */
import type { HeaderColumn, WordHistogram } from '../../../shared/headers/header-statistics.ts';
import type { HeaderPlace } from '../../../shared/mapping/header-place.ts';
import type { SurveySource } from '../../formats/survey-source.ts';
import type { RowRange } from './read-rows.ts';
import type { TraceRows } from './trace-rows.ts';
import { ValueAccumulator } from './value-counts.ts';
import { visitRows, type RowTask } from './visit-rows.ts';
import { HistogramBins } from './word-histogram.ts';

/** Kept apart, which takes about 4 MB. */
const MOST_DISTINCT = 65_536;
/** More would be a column, not a list of what is frequent. */
const MOST_FREQUENT = 200;

export async function reduceColumn(
  source: SurveySource,
  rows: TraceRows,
  place: HeaderPlace,
  { first, count, buckets }: RowRange & { readonly buckets: number },
  { signal, onProgress }: RowTask,
): Promise<HeaderColumn> {
  const range = { first, count };
  const rowsPerBucket = Math.max(1, Math.ceil(count / buckets));
  const bucketCount = Math.ceil(count / rowsPerBucket);
  const least = new Float64Array(bucketCount).fill(NaN);
  const greatest = new Float64Array(bucketCount).fill(NaN);
  const accumulator = new ValueAccumulator(MOST_DISTINCT);
  // Where too many values differ, a second pass counts them once their range is known.
  const firstHalf = { signal, onProgress: (done: number, total: number) => onProgress(done, 2 * total) };
  await visitRows(source, rows, range, [place], firstHalf, ({ columns }, firstRow) => {
    const [values] = columns as [Float64Array];
    accumulator.add(values);
    reduceInto(least, greatest, values, firstRow - first, rowsPerBucket);
  });
  const statistics = accumulator.statistics();
  const bins = binsFor(statistics, place);
  if (bins !== null && accumulator.counts === null) {
    const secondHalf = { signal, onProgress: (done: number, total: number) => onProgress(total + done, 2 * total) };
    await visitRows(source, rows, range, [place], secondHalf, ({ columns }) => {
      for (const value of columns[0]!) bins.add(value, 1);
    });
  }
  if (bins !== null) accumulator.counts?.forEach((occurrences, value) => bins.add(value, occurrences));
  const histogram: WordHistogram | null = bins?.histogram ?? null;
  return {
    first,
    count,
    rowsPerBucket,
    least,
    greatest,
    statistics,
    histogram,
    frequent: accumulator.frequent(MOST_FREQUENT),
  };
}

function reduceInto(
  least: Float64Array,
  greatest: Float64Array,
  values: Float64Array,
  firstRow: number,
  rowsPerBucket: number,
): void {
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i]!;
    if (!Number.isFinite(value)) continue;
    const bucket = Math.floor((firstRow + i) / rowsPerBucket);
    // Comparisons with NaN are false, and a bucket holds it until its first value.
    if (!(least[bucket]! <= value)) least[bucket] = value;
    if (!(greatest[bucket]! >= value)) greatest[bucket] = value;
  }
}

const binsFor = (
  { min, max }: { readonly min: number; readonly max: number },
  { type }: HeaderPlace,
): HistogramBins | null =>
  Number.isFinite(max - min) ? new HistogramBins(min, max, !['float32', 'float64', 'ibm32'].includes(type)) : null;
