import type { HeaderColumn } from '../../../shared/headers/header-statistics.ts';
import { wordText } from '../../../shared/headers/word-text.ts';
import type { HeaderPlace } from '../../../shared/mapping/header-place.ts';
import { formatCount } from '../shell/format.ts';

/**
 * What the plot shows at a bucket; how to use the plot where the pointer is elsewhere.
 * @param isFiltered rows are matches, counted from 1, and not traces
 */
export function bucketText(
  { first, count, rowsPerBucket, least, greatest }: HeaderColumn,
  bucket: number | null,
  isFiltered: boolean,
  { type }: HeaderPlace,
): string {
  if (bucket === null || bucket >= least.length) return 'Click: go to the trace. Drag: zoom. Double click: all.';
  const from = first + bucket * rowsPerBucket + 1;
  const to = Math.min(from + rowsPerBucket - 1, first + count);
  const what = isFiltered ? 'Match' : 'Trace';
  const where = from === to ? formatCount(from) : `${formatCount(from)}–${formatCount(to)}`;
  const [low, high] = [least[bucket]!, greatest[bucket]!];
  if (Number.isNaN(low)) return `${what} ${where}: no number`;
  return `${what} ${where}: ${low === high ? wordText(low, type) : `${wordText(low, type)} to ${wordText(high, type)}`}`;
}
