import type { JobState } from '../../../shared/contract.ts';
import { countOf, formatBytes, formatCount, formatDuration } from '../shell/format.ts';

type Progress = Pick<JobState, 'done' | 'total' | 'unit' | 'ratePerSecond'>;

/** E.g. "312 MB of 1.6 GB, 420 MB/s, 3 s left"; empty until the total is known. */
export function progressText({ done, total, unit, ratePerSecond }: Progress): string {
  if (total === 0) return '';
  const amounts = unit === 'bytes' ? `${formatBytes(done)} of ${formatBytes(total)}` : countText(done, total, unit);
  if (ratePerSecond === null || done >= total) return amounts;
  const rate = unit === 'bytes' ? formatBytes(ratePerSecond) : formatCount(Math.round(ratePerSecond));
  return `${amounts}, ${rate}/s, ${formatDuration((total - done) / ratePerSecond)} left`;
}

const countText = (done: number, total: number, unit: 'traces' | 'files' | 'crossings'): string =>
  `${formatCount(Math.round(done))} of ${countOf(total, unit.slice(0, -1))}`;
