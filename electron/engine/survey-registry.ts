/** The open surveys. A file opens once however often it is asked for; a failed one can be opened again. */
import { randomUUID } from 'node:crypto';
import { CrosslineError, type CrosslineFault } from '../../shared/errors.ts';
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

  async open(path: string): Promise<OpenSurvey> {
    const identity = await this.#opener.identify(path);
    const earlier = await this.#openings.get(identity);
    if (earlier?.fault === null) return earlier;
    if (earlier !== undefined) await this.#release(earlier);
    // Whoever also waited for the earlier one may have begun the new opening meanwhile.
    const present = this.#openings.get(identity);
    if (present !== undefined) return await present;
    const opening = this.#openNew(identity, earlier?.id ?? this.#nextId());
    this.#openings.set(identity, opening);
    opening.catch(() => this.#openings.delete(identity));
    return await opening;
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

  #nextId(): SurveyId {
    this.#openedCount += 1;
    return `${this.#idPrefix}-${this.#openedCount}`;
  }

  async #openNew(identity: string, id: SurveyId): Promise<OpenSurvey> {
    const opened = await this.#opener.open(identity, id);
    if (this.#isClosed) {
      await opened.source.close();
      throw new CrosslineError({ code: 'cancelled' });
    }
    const survey = new OpenSurvey(opened.source, identity);
    opened.source.onInfo((info, hasSameSlices) => {
      if (!hasSameSlices) this.#beginGeneration(survey);
      this.#listener.onChanged(info);
    });
    this.#surveys.set(id, survey);
    this.#listener.onOpened(survey, opened);
    return survey;
  }

  /** Reads that end late find that their generation has passed, and leave nothing in the cache. */
  #beginGeneration(survey: OpenSurvey): void {
    const { keyPrefix } = survey;
    survey.beginGeneration();
    this.#listener.onStale(keyPrefix);
  }

  async #release(survey: OpenSurvey): Promise<void> {
    this.#openings.delete(survey.path);
    this.#beginGeneration(survey);
    await survey.source.close();
  }
}
