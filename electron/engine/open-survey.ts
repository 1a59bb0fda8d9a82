/** An open survey: its source, and the generation of its geometry. Slices of an earlier generation are stale. */
import { CrosslineError, type CrosslineFault } from '../../shared/errors.ts';
import type { SurveyId } from '../../shared/survey.ts';
import type { SurveySource } from '../formats/survey-source.ts';
import { generationPrefix } from './slice-key.ts';

export class OpenSurvey {
  readonly source: SurveySource;
  /** What the user asked to open. */
  readonly path: string;
  #generation = 0;
  #fault: CrosslineFault | null = null;

  constructor(source: SurveySource, path: string) {
    this.source = source;
    this.path = path;
  }

  get id(): SurveyId {
    return this.source.info.id;
  }

  /** Why it can no longer be read; null while it can. */
  get fault(): CrosslineFault | null {
    return this.#fault;
  }

  /** Start of the cache keys of the present geometry. */
  get keyPrefix(): string {
    return generationPrefix(this.id, this.#generation);
  }

  beginGeneration(): void {
    this.#generation += 1;
  }

  fail(fault: CrosslineFault): void {
    this.#fault = fault;
  }

  /** @throws CrosslineError the survey's fault */
  checkReadable(): void {
    if (this.#fault !== null) throw new CrosslineError(this.#fault);
  }
}
