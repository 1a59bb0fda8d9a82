/** What the engine and a job's process say to each other. */
import type { CrosslineFault } from '../../shared/errors.ts';
import type { JobKind, JobParameters } from './job-table.ts';

export type JobStart = {
  [K in JobKind]: { readonly type: 'start-job'; readonly kind: K; readonly parameters: JobParameters<K> };
}[JobKind];

export type ToJob = JobStart | { readonly type: 'cancel-job' };

export type FromJob =
  | { readonly type: 'progress'; readonly done: number; readonly total: number }
  /** In words for the user. */
  | { readonly type: 'note'; readonly note: string }
  /** A part of what the job gives piece by piece (`JobItems`). */
  | { readonly type: 'items'; readonly items: unknown }
  | { readonly type: 'done'; readonly result: unknown }
  | { readonly type: 'failed'; readonly fault: CrosslineFault };
