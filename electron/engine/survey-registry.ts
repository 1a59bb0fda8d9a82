/** The open surveys. A file opens once however often it is asked for; a failed one can be opened again. */
import { randomUUID } from 'node:crypto';
import { CrosslineError, type CrosslineFault } from '../../shared/errors.ts';
import { overridesKey, type MappingOverrides } from '../../shared/mapping/segy-mapping.ts';
import type { SurveyId, SurveyInfo } from '../../shared/survey.ts';
import type { OpenedSource, SourceOpener } from './open-source.ts';
import { OpenSurvey } from './open-survey.ts';

export interface RegistryListener {
  /** A new survey can be read. `opened.applyScan` is for its scan. */
  onOpened(survey: OpenSurvey, opened: OpenedSource): void;
  /** What was read under this prefix is stale. */
  onStale(keyPrefix: string): void;
  onChanged(info: SurveyInfo): void;
  onClosed(surveyId: SurveyId): void;
  onFailed(surveyId: SurveyId, fault: CrosslineFault): void;
}

export class SurveyRegistry {
  readonly #opener: SourceOpener;
  readonly #listener: RegistryListener;
  /** By identity; opening takes a while, and who asks meanwhile waits for the same opening. */
  readonly #openings = new Map<string, Promise<OpenSurvey>>();
  readonly #surveys = new Map<SurveyId, OpenSurvey>();
  /** Ids differ between engines, so that one from before a restart never names another survey. */
  readonly #idPrefix = randomUUID().slice(0, 8);
  #openedCount = 0;
  /** Over all surveys, so that no two that ever had one id share the keys of their slices. */
  #generationCount = 0;
  #isClosed = false;

  constructor(opener: SourceOpener, listener: RegistryListener) {
    this.#opener = opener;
    this.#listener = listener;
  }

  list(): readonly SurveyInfo[] {
    return [...this.#surveys.values()].map(({ source }) => source.info);
  }

  /** @throws CrosslineError survey-not-open */
  get(surveyId: SurveyId): OpenSurvey {
    const survey = this.#surveys.get(surveyId);
    if (survey === undefined) throw new CrosslineError({ code: 'survey-not-open', surveyId });
    return survey;
  }

  /**
   * Opens, or gives what is open from that path; read anew where it is open by other overrides.
   * @param overrides null where the caller does not mind
   */
  async open(path: string, overrides: MappingOverrides | null): Promise<OpenSurvey> {
    const identity = await this.#opener.identify(path);
    const earlier = await this.#openings.get(identity);
    if (earlier?.fault === null) {
      const isAsWanted = overrides === null || overridesKey(overrides) === overridesKey(earlier.overrides);
      return isAsWanted ? earlier : await this.remap(earlier.id, overrides);
    }
    if (earlier !== undefined) await this.#release(earlier);
    // Whoever also waited for the earlier one may have begun the new opening meanwhile.
    const present = this.#openings.get(identity);
    if (present !== undefined) return await present;
    const opening = this.#openNew(identity, earlier?.id ?? this.#nextId(), overrides ?? earlier?.overrides ?? null);
    this.#openings.set(identity, opening);
    opening.catch(() => this.#openings.delete(identity));
    return await opening;
  }

  /** Reads a survey by other overrides, under the same id. Where that fails it stays as it was. */
  async remap(surveyId: SurveyId, overrides: MappingOverrides): Promise<OpenSurvey> {
    const earlier = this.get(surveyId);
    const opened = await this.#opener.open(earlier.path, surveyId, overrides);
    // Closed meanwhile, or read anew by another call, which this one then replaces.
    const present = this.#surveys.get(surveyId);
    if (present === undefined) {
      await opened.source.close();
      throw new CrosslineError({ code: 'survey-not-open', surveyId });
    }
    this.#beginGeneration(present);
    const survey = this.#take(opened, present.path);
    this.#openings.set(present.path, Promise.resolve(survey));
    await present.close();
    this.#listener.onChanged(survey.source.info);
    return survey;
  }

  /** Does nothing where it is not open. */
  async close(surveyId: SurveyId): Promise<void> {
    const survey = this.#surveys.get(surveyId);
    if (survey === undefined) return;
    this.#surveys.delete(surveyId);
    await this.#release(survey);
    this.#listener.onClosed(surveyId);
  }

  async closeAll(): Promise<void> {
    this.#isClosed = true;
    await Promise.allSettled(this.#openings.values());
    await Promise.all([...this.#surveys.keys()].map((id) => this.close(id)));
  }

  /** The survey can no longer be read; tells the listener once. */
  fail(survey: OpenSurvey, fault: CrosslineFault): void {
    if (survey.fault !== null || this.#surveys.get(survey.id) !== survey) return;
    survey.fail(fault);
    this.#listener.onFailed(survey.id, fault);
  }

  #nextGeneration(): number {
    this.#generationCount += 1;
    return this.#generationCount;
  }

  #nextId(): SurveyId {
    this.#openedCount += 1;
    return `${this.#idPrefix}-${this.#openedCount}`;
  }

  async #openNew(identity: string, id: SurveyId, overrides: MappingOverrides | null): Promise<OpenSurvey> {
    const opened = await this.#opener.open(identity, id, overrides);
    if (this.#isClosed) {
      await opened.source.close();
      throw new CrosslineError({ code: 'cancelled' });
    }
    return this.#take(opened, identity);
  }

  #take(opened: OpenedSource, identity: string): OpenSurvey {
    const survey = new OpenSurvey(opened.source, identity, opened.overrides, this.#nextGeneration());
    opened.source.onInfo((info, hasSameSlices) => {
      if (!hasSameSlices) this.#beginGeneration(survey);
      this.#listener.onChanged(info);
    });
    this.#surveys.set(survey.id, survey);
    this.#listener.onOpened(survey, opened);
    return survey;
  }

  /** Reads that end late find that their generation has passed, and leave nothing in the cache. */
  #beginGeneration(survey: OpenSurvey): void {
    const { keyPrefix } = survey;
    survey.beginGeneration(this.#nextGeneration());
    this.#listener.onStale(keyPrefix);
  }

  async #release(survey: OpenSurvey): Promise<void> {
    this.#openings.delete(survey.path);
    this.#beginGeneration(survey);
    await survey.close();
  }
}
