/** Looks through folders for the clients: finds the files here, and has one job look at all of them. */
import { basename } from 'node:path';
import { CrosslineError } from '../../../shared/errors.ts';
import type { FolderExamined, FolderFile, FolderProgress, FolderRequest } from '../../../shared/folder.ts';
import type { JobRunner } from '../../jobs/job-runner.ts';
import { cancelled } from '../../native/file-faults.ts';
import type { AppFolders } from '../app-folders.ts';
import type { FileAccess } from '../file-access.ts';
import type { RecentSurveys } from '../recent-surveys.ts';
import { walkFolder } from './walk-folder.ts';

export interface FolderExaminerOptions {
  readonly access: FileAccess;
  readonly runner: JobRunner | null;
  readonly folders: AppFolders;
  readonly recent: RecentSurveys;
}

export class FolderExaminer {
  readonly #options: FolderExaminerOptions;

  constructor(options: FolderExaminerOptions) {
    this.#options = options;
  }

  /**
   * @param signal of the client, who may be gone before the folder is done
   * @throws CrosslineError what `walkFolder` throws; cancelled, job-crashed
   */
  async examine(
    { requestId, path }: FolderRequest,
    tell: (progress: FolderProgress) => void,
    signal: AbortSignal,
  ): Promise<FolderExamined> {
    const { access, runner, folders, recent } = this.#options;
    if (runner === null) throw new CrosslineError({ code: 'usage', detail: 'This host runs no jobs' });
    const found = await walkFolder(access, path, signal);
    if (signal.aborted) throw cancelled();
    const total = found.files.length;
    let done = 0;
    let surveyCount = 0;
    const job = runner.start(
      'folder',
      `Looking through ${basename(found.path) || found.path}`,
      { files: found.files, stateFolder: folders.state, cacheFolder: folders.cache },
      (files: readonly FolderFile[]) => {
        done += files.length;
        surveyCount += files.filter(({ survey }) => survey !== null).length;
        tell({ requestId, jobId: job.id, done, total, files });
      },
    );
    tell({ requestId, jobId: job.id, done, total, files: [] });
    const cancel = (): void => runner.cancel(job.id);
    signal.addEventListener('abort', cancel, { once: true });
    try {
      await job.result;
    } finally {
      signal.removeEventListener('abort', cancel);
    }
    if (surveyCount > 0) await recent.add(found.path);
    return { path: found.path, fileCount: total, isCut: found.isCut };
  }
}
