import { Progress } from 'radix-ui';
import type { JobState } from '../../../shared/contract.ts';
import styles from './tree.module.css';
import { progressText } from './progress-text.ts';

/** How far a job is: a bar, how much and how fast, and what the job says of itself. */
export function JobProgress({ job }: { readonly job: JobState }) {
  const percent = job.total > 0 ? Math.min(100, (100 * job.done) / job.total) : null;
  return (
    <>
      <Progress.Root className={styles['progress']} value={percent} aria-label={job.title}>
        <Progress.Indicator className={styles['progressBar']} style={{ width: `${percent ?? 0}%` }} />
      </Progress.Root>
      <span className={styles['jobShare']} data-testid="job-progress">
        {progressText(job)}
      </span>
      {job.note !== null && <span className={styles['jobNote']}>{job.note}</span>}
    </>
  );
}
