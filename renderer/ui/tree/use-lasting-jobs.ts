import { useEffect, useState } from 'react';
import type { JobId, JobState } from '../../../shared/contract.ts';

/** Started with every line that is opened, and mostly over before a list of them could be read. */
const QUICK_KINDS: readonly JobState['kind'][] = ['cross', 'index'];
/** Listed for less than this a job would only make the page twitch. */
const LISTED_AFTER_MS = 400;

/** All jobs but the quick ones that have not been running for long. */
export function useLastingJobs(jobs: readonly JobState[]): readonly JobState[] {
  const [lasting, setLasting] = useState<ReadonlySet<JobId>>(new Set());
  const running = jobs.filter(({ kind, status }) => QUICK_KINDS.includes(kind) && status === 'running');
  const ids = running.map(({ id }) => id).join(' ');
  useEffect(() => {
    if (ids === '') return undefined;
    const timer = setTimeout(() => setLasting(new Set(ids.split(' '))), LISTED_AFTER_MS);
    return () => clearTimeout(timer);
  }, [ids]);
  return jobs.filter(({ id, kind, status }) => !QUICK_KINDS.includes(kind) || status === 'failed' || lasting.has(id));
}
