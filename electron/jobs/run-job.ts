/** The bodies of the jobs by kind: pure functions of their parameters, so that they also run without a process. */
import { buildTraceIndex } from '../../shared/geometry/nearest/trace-index.ts';
import { detailTie } from '../../shared/ties/tie-detail.ts';
import { createArrayWork } from '../native/array-work.ts';
import type { NativeReader } from '../native/native-reader.ts';
import { findSample, writeSample } from '../sample/write-sample.ts';
import { convertSegy } from './convert.ts';
import { crossLines } from './crossings/cross-lines.ts';
import { documentOfFiles } from './crossings/document-of-files.ts';
import { findCrossingsOfFiles } from './crossings/find-crossings-of-files.ts';
import { examineFiles } from './examine-files.ts';
import type { JobStart } from './job-messages.ts';
import type { JobKind, JobParameters, JobResult } from './job-table.ts';
import { scanSegy } from './scan.ts';
import { adjustCrossings } from './ties/adjust-crossings.ts';
import { tieFiles } from './ties/tie-files.ts';

export interface JobContext {
  readonly reader: NativeReader;
  readonly signal: AbortSignal;
  readonly onProgress: (done: number, total: number) => void;
  /** What the job says of itself, in words for the user. */
  readonly onNote: (note: string) => void;
  /** Passes on what the job gives piece by piece: `JobItems` of its kind. */
  readonly onItems: (items: unknown) => void;
}

type JobBodies = { [K in JobKind]: (parameters: JobParameters<K>, context: JobContext) => Promise<JobResult<K>> };

const BODIES: JobBodies = {
  scan: ({ path, overrides }, { reader, signal, onProgress }) =>
    scanSegy(path, reader, { overrides, signal, onProgress }),

  convert: (parameters, context) => convertSegy(parameters, context),

  folder: (parameters, context) => examineFiles(parameters, context),

  cross: (parameters, { onProgress }) => Promise.resolve(crossLines(parameters, onProgress)),

  index: ({ lines }) => Promise.resolve(buildTraceIndex(lines)),

  crossings: (parameters, context) => findCrossingsOfFiles(parameters, context),

  ties: (parameters, context) => tieFiles(parameters, context),

  adjust: (parameters, context) => adjustCrossings(parameters, context),

  tie: ({ crossing, options }) => {
    const work = createArrayWork();
    return detailTie(crossing, options, (...warped) => work.warp(...warped));
  },

  document: (parameters, context) => documentOfFiles(parameters, context),

  sample: async ({ folder, size }, { signal, onProgress }) => {
    const found = await findSample(folder, size);
    return (found ?? (await writeSample(folder, size, { signal, onProgress }))).cubePath;
  },
};

/** @throws CrosslineError what the job's body rejects with */
export function runJob({ kind, parameters }: JobStart, context: JobContext): Promise<JobResult<JobKind>> {
  const body = BODIES[kind] as (parameters: unknown, context: JobContext) => Promise<JobResult<JobKind>>;
  return body(parameters, context);
}
