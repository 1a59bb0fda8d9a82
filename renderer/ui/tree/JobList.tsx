import { X } from 'lucide-react';
import { Progress } from 'radix-ui';
import { useStore } from 'zustand';
import type { JobState } from '../../../shared/contract.ts';
import { useViewer } from '../../bindings/viewer.tsx';
import { FaultNote } from '../controls/FaultNote.tsx';
import { IconButton } from '../controls/IconButton.tsx';
import styles from './tree.module.css';

/** Running jobs, and the last ones that failed. */
export function JobList() {
  const { stores } = useViewer();
  const jobs = useStore(stores.session, (state) => state.jobs);
  const listed = jobs.filter(({ status }) => status === 'running' || status === 'failed');
  if (listed.length === 0) return null;
  return (
    <ul className={styles['jobs']} aria-label="Jobs">
      {listed.map((job) => (
        <JobItem key={job.id} job={job} />
      ))}
    </ul>
  );
}

function JobItem({ job }: { readonly job: JobState }) {
  const { commands } = useViewer();
  if (job.status === 'failed') {
    return <li>{job.fault !== null && <FaultNote fault={job.fault} />}</li>;
  }
  const percent = job.total > 0 ? Math.min(100, (100 * job.done) / job.total) : null;
  return (
    <li className={styles['job']} data-testid="job" data-job-kind={job.kind}>
      <span className={styles['jobTitle']} title={job.title}>
        {job.title}
      </span>
      <span className={styles['jobShare']}>{percent === null ? '' : `${percent.toFixed(0)} %`}</span>
      <IconButton label={`Cancel: ${job.title}`} onClick={() => void commands.cancelJob(job.id)}>
        <X aria-hidden />
      </IconButton>
      <Progress.Root className={styles['progress']} value={percent} aria-label={job.title}>
        <Progress.Indicator className={styles['progressBar']} style={{ width: `${percent ?? 0}%` }} />
      </Progress.Root>
    </li>
  );
}
