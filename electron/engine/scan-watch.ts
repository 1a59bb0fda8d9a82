import type { EngineEvents, JobState } from '../../shared/contract.ts';
import { CrosslineError } from '../../shared/errors.ts';
import type { CrosslineFault } from '../../shared/errors.ts';
import type { SurveyInfo } from '../../shared/survey.ts';

/** The events of a local client that opens one survey, and the wait for the scan behind its opening. */
export class ScanWatch implements Partial<EngineEvents> {
  readonly #onProgress: (done: number, total: number) => void;
  #settle: { resolve(info: SurveyInfo): void; reject(error: CrosslineError): void } | null = null;
  #info: SurveyInfo | null = null;
  #fault: CrosslineFault | null = null;

  /** @param onProgress traces */
  constructor(onProgress: (done: number, total: number) => void = () => undefined) {
    this.#onProgress = onProgress;
  }

  readonly surveyChanged = (info: SurveyInfo): void => {
    if (info.geometryState === 'sampled') return;
    this.#info = info;
    this.#settle?.resolve(info);
  };

  readonly surveyFailed = ({ fault }: { fault: CrosslineFault }): void => this.fail(fault);

  readonly jobChanged = ({ kind, status, done, total, fault }: JobState): void => {
    if (kind !== 'scan') return;
    if (status === 'running') this.#onProgress(done, total);
    else if (fault !== null) this.fail(fault);
  };

  fail(fault: CrosslineFault): void {
    this.#fault ??= fault;
    this.#settle?.reject(new CrosslineError(fault));
  }

  /**
   * The survey once all its headers are known.
   * @param opened as the survey was when it was opened; its scan may have ended since
   * @throws CrosslineError the scan's own fault, or what `fail` was given
   */
  finished(opened: SurveyInfo): Promise<SurveyInfo> {
    if (this.#fault !== null) return Promise.reject(new CrosslineError(this.#fault));
    if (opened.geometryState !== 'sampled') return Promise.resolve(opened);
    if (this.#info !== null) return Promise.resolve(this.#info);
    return new Promise((resolve, reject) => (this.#settle = { resolve, reject }));
  }
}
