/** An open survey: its source, and the generation of its geometry. Slices of an earlier generation are stale. */
import { CrosslineError, type CrosslineFault } from '../../shared/errors.ts';
import type { MappingOverrides } from '../../shared/mapping/segy-mapping.ts';
import type { SurveyId } from '../../shared/survey.ts';
import type { SurveySource } from '../formats/survey-source.ts';
import { generationPrefix } from './slice-key.ts';

export class OpenSurvey {
  readonly source: SurveySource;
  /** What the user asked to open, and by which overrides. */
  readonly path: string;
  readonly overrides: MappingOverrides;
  #generation: number;
  #fault: CrosslineFault | null = null;

  /** @param generation no other survey of this engine has had it */
  constructor(source: SurveySource, path: string, overrides: MappingOverrides, generation: number) {
    this.source = source;
    this.path = path;
    this.overrides = overrides;
    this.#generation = generation;
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

  beginGeneration(generation: number): void {
    this.#generation = generation;
  }

  fail(fault: CrosslineFault): void {
    this.#fault = fault;
  }

  /** @throws CrosslineError the survey's fault */
  checkReadable(): void {
    if (this.#fault !== null) throw new CrosslineError(this.#fault);
  }
}
