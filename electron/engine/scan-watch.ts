import type { EngineEvents, JobState } from '../../shared/contract.ts';
import { CrosslineError } from '../../shared/errors.ts';
import type { CrosslineFault } from '../../shared/errors.ts';
import type { SurveyId, SurveyInfo } from '../../shared/survey.ts';

interface Waiting {
  readonly resolve: (info: SurveyInfo) => void;
  readonly reject: (error: CrosslineError) => void;
}

/** The events of a local client that opens surveys, and the wait for the scans behind their openings. */
export class ScanWatch implements Partial<EngineEvents> {
  readonly #onProgress: (done: number, total: number) => void;
  readonly #waiting = new Map<SurveyId, Waiting>();
  readonly #infos = new Map<SurveyId, SurveyInfo>();
  #fault: CrosslineFault | null = null;

  /** @param onProgress traces */
  constructor(onProgress: (done: number, total: number) => void = () => undefined) {
    this.#onProgress = onProgress;
  }

  readonly surveyChanged = (info: SurveyInfo): void => {
    if (info.geometryState === 'sampled') return;
    this.#infos.set(info.id, info);
    this.#waiting.get(info.id)?.resolve(info);
  };

  readonly surveyFailed = ({ fault }: { fault: CrosslineFault }): void => this.fail(fault);

  readonly jobChanged = ({ kind, status, done, total, fault }: JobState): void => {
    if (kind !== 'scan') return;
    if (status === 'running') this.#onProgress(done, total);
    else if (fault !== null) this.fail(fault);
  };

  fail(fault: CrosslineFault): void {
    this.#fault ??= fault;
    for (const { reject } of this.#waiting.values()) reject(new CrosslineError(fault));
  }

  /**
   * The survey once all its headers are known.
   * @param opened as the survey was when it was opened; its scan may have ended since
   * @throws CrosslineError the scan's own fault, or what `fail` was given
   */
  finished(opened: SurveyInfo): Promise<SurveyInfo> {
    if (this.#fault !== null) return Promise.reject(new CrosslineError(this.#fault));
    if (opened.geometryState !== 'sampled') return Promise.resolve(opened);
    const info = this.#infos.get(opened.id);
    if (info !== undefined) return Promise.resolve(info);
    return new Promise((resolve, reject) => this.#waiting.set(opened.id, { resolve, reject }));
  }
}
