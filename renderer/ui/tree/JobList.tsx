import { X } from 'lucide-react';
import { useStore } from 'zustand';
import type { JobState } from '../../../shared/contract.ts';
import { useViewer } from '../../bindings/viewer.tsx';
import { FaultNote } from '../controls/FaultNote.tsx';
import { IconButton } from '../controls/IconButton.tsx';
import { useLastingJobs } from './use-lasting-jobs.ts';
import { JobProgress } from './JobProgress.tsx';
import styles from './tree.module.css';

/** Running jobs, and the last ones that failed. */
export function JobList() {
  const { stores } = useViewer();
  const jobs = useLastingJobs(useStore(stores.session, (state) => state.jobs));
  // Why a cube file was not built is told, with what can be done, in a dialog of its own.
  const listed = jobs.filter(({ status, kind }) => status === 'running' || (status === 'failed' && kind !== 'convert'));
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
  return (
    <li className={styles['job']} data-testid="job" data-job-kind={job.kind}>
      <span className={styles['jobTitle']} title={job.title}>
        {job.title}
      </span>
      <IconButton label={`Cancel: ${job.title}`} onClick={() => void commands.cancelJob(job.id)}>
        <X aria-hidden />
      </IconButton>
      <JobProgress job={job} />
    </li>
  );
}
