/** The engine's long work: the scan after opening and the sample as jobs, statistics in turns of this process. */
import { basename } from 'node:path';
import type { JobId, JobState, SampleSize } from '../../shared/contract.ts';
import { CrosslineError, faultOf, type CrosslineFault } from '../../shared/errors.ts';
import type { AmplitudeStatistics, SurveyId } from '../../shared/survey.ts';
import type { JobRunner, StartedJob } from '../jobs/job-runner.ts';
import type { OpenedSource } from './open-source.ts';
import type { OpenSurvey } from './open-survey.ts';
import { Turns } from './turns.ts';

/**
 * The first pictures come first: to start a process keeps the engine's for 5 to 10 ms, and the process takes a processor
 * for 50 ms before it even reads.
 */
const SCAN_AFTER_MS = 100;

/** Processes that scan at the same time: more would only take turns at the disk, each with its 45 MB. */
const MOST_SCANS = 2;

const noJobs = (): CrosslineError => new CrosslineError({ code: 'usage', detail: 'This host runs no jobs' });

export interface SurveyJobsOptions {
  readonly runner: JobRunner | null;
  readonly sampleFolder: string;
  readonly onScanFailed: (survey: OpenSurvey, fault: CrosslineFault) => void;
}

interface SurveyWork {
  readonly jobIds: Set<JobId>;
  /** Stops what runs in this process. */
  readonly controller: AbortController;
  /** Every asker waits for the same work; it stays until the survey is closed. */
  statistics: Promise<AmplitudeStatistics> | null;
}

export class SurveyJobs {
  readonly #options: SurveyJobsOptions;
  readonly #work = new Map<SurveyId, SurveyWork>();
  /** Scans whose results are awaited or being kept. */
  readonly #applying = new Set<Promise<void>>();
  readonly #samples = new Map<SampleSize, Promise<string>>();
  readonly #scanTurns = new Turns(MOST_SCANS);

  constructor(options: SurveyJobsOptions) {
    this.#options = options;
  }

  list(): readonly JobState[] {
    return this.#options.runner?.list() ?? [];
  }

  cancel(jobId: JobId): void {
    this.#options.runner?.cancel(jobId);
  }

  /** Reads every header behind an opening that saw only a few; the source takes over the result. */
  scan(survey: OpenSurvey, opened: OpenedSource): void {
    const { runner, onScanFailed } = this.#options;
    if (runner === null || opened.applyScan === null || opened.source.info.geometryState !== 'sampled') return;
    const { path } = survey;
    const scanning = async (): Promise<void> => {
      const job = runner.start('scan', `Reading all headers of ${basename(path)}`, {
        path,
        overrides: survey.overrides,
      });
      this.#own(survey.id, job);
      const applied = job.result
        .then((result) => opened.applyScan?.(result))
        .catch((thrown: unknown) => onScanFailed(survey, faultOf(thrown)))
        .finally(() => this.#applying.delete(applied));
      this.#applying.add(applied);
      await applied;
    };
    const { signal } = this.#workOf(survey.id).controller;
    if (!runner.isSeparate) {
      void this.#scanTurns.run(scanning, signal);
      return;
    }
    const timer = setTimeout(() => void this.#scanTurns.run(scanning, signal), SCAN_AFTER_MS);
    signal.addEventListener('abort', () => clearTimeout(timer));
  }

  /**
   * No job: sources count in turns of a millisecond, 20 ms in all, which is less than to start a process keeps the
   * engine's, and the first picture waits for its clip.
   */
  readStatistics(survey: OpenSurvey): Promise<AmplitudeStatistics> {
    const work = this.#workOf(survey.id);
    if (work.statistics === null) {
      const statistics = survey.source.readStatistics(work.controller.signal);
      work.statistics = statistics;
      statistics.catch(() => {
        if (work.statistics === statistics) work.statistics = null;
      });
    }
    return work.statistics;
  }

  /** Aborted once the survey is closed. */
  signalFor(surveyId: SurveyId): AbortSignal {
    return this.#workOf(surveyId).controller.signal;
  }

  /** @returns the cube's path; who asks while it is being written waits for the same writing */
  createSample(size: SampleSize): Promise<string> {
    const { runner, sampleFolder: folder } = this.#options;
    if (runner === null) return Promise.reject(noJobs());
    const running = this.#samples.get(size);
    if (running !== undefined) return running;
    const { result } = runner.start('sample', 'Writing the sample survey', { folder, size });
    this.#samples.set(size, result);
    const forget = (): boolean => this.#samples.delete(size);
    result.then(forget, forget);
    return result;
  }

  /** Stops what runs for a survey that is closed. */
  endFor(surveyId: SurveyId): void {
    const work = this.#work.get(surveyId);
    if (work === undefined) return;
    this.#work.delete(surveyId);
    work.controller.abort();
    for (const jobId of work.jobIds) this.cancel(jobId);
  }

  async close(): Promise<void> {
    for (const surveyId of [...this.#work.keys()]) this.endFor(surveyId);
    await this.#options.runner?.close();
    await Promise.all(this.#applying);
  }

  #workOf(surveyId: SurveyId): SurveyWork {
    let work = this.#work.get(surveyId);
    if (work === undefined) {
      work = { jobIds: new Set(), controller: new AbortController(), statistics: null };
      this.#work.set(surveyId, work);
    }
    return work;
  }

  #own(surveyId: SurveyId, { id, result }: StartedJob<'scan'>): void {
    const { jobIds } = this.#workOf(surveyId);
    jobIds.add(id);
    const disown = (): boolean => jobIds.delete(id);
    result.then(disown, disown);
  }
}
