/** What the user can do with files and surveys. A failure without a place of its own becomes the session's notice. */
import type { FolderListing, JobId, SampleSize } from '../../shared/contract.ts';
import { faultOf } from '../../shared/errors.ts';
import type { LineSplit } from '../../shared/mapping/segy-mapping.ts';
import type { SurveyId, SurveyInfo } from '../../shared/survey.ts';
import type { TextHeader } from '../../shared/text-header/text-header.ts';
import { dismissOpening, removeSurvey, replaceSurvey, failSurvey } from '../state/session-changes.ts';
import { surveyOf } from '../state/session-store.ts';
import { activateSurvey, forgetSurvey, renameSurvey } from '../state/view-store.ts';
import type { EngineLink } from './engine-link.ts';
import type { ViewerStores } from './viewer-stores.ts';

export class SurveyCommands {
  readonly #stores: ViewerStores;
  readonly #link: EngineLink;

  constructor(stores: ViewerStores, link: EngineLink) {
    this.#stores = stores;
    this.#link = link;
  }

  async openPaths(paths: readonly string[]): Promise<void> {
    for (const path of paths) await this.#link.open(path);
    await this.#link.refreshRecents().catch(() => undefined);
  }

  /** The system's dialog, where the host has one. */
  async chooseAndOpen(): Promise<void> {
    await this.#noticing(async () => this.openPaths(await this.#link.calls.chooseFiles()));
  }

  /** Makes the sample where it is not there yet, and opens it. */
  async openSample(size: SampleSize): Promise<void> {
    await this.#noticing(async () => this.openPaths([await this.#link.calls.createSample(size)]));
  }

  activate(id: SurveyId): void {
    const survey = surveyOf(this.#stores.session.getState(), id);
    if (survey !== null) this.#stores.view.setState(activateSurvey(survey.info));
  }

  /** Looks at the survey, and at its headers. */
  showHeaders(id: SurveyId): void {
    this.activate(id);
    this.#stores.headers.setState({ isShown: true });
  }

  async close(id: SurveyId): Promise<void> {
    const { session, view } = this.#stores;
    // Without an engine there is nothing to close there.
    await this.#closeAtEngine(id);
    session.setState(removeSurvey(id));
    view.setState(forgetSurvey(id));
    const next = session.getState().surveys.at(-1);
    if (view.getState().activeSurveyId === null && next !== undefined) view.setState(activateSurvey(next.info));
  }

  /** Opens a failed survey once more. */
  async reopen(id: SurveyId): Promise<void> {
    const { session, view } = this.#stores;
    const survey = surveyOf(session.getState(), id);
    if (survey === null) return;
    try {
      await this.#closeAtEngine(id);
      const info = await this.#link.calls.openSurvey(
        survey.openedFrom,
        survey.info.mapping?.overrides ?? survey.info.dataset ?? undefined,
      );
      session.setState(replaceSurvey(id, info));
      view.setState(renameSurvey(id, info.id));
    } catch (thrown) {
      session.setState(failSurvey(id, faultOf(thrown)));
    }
  }

  /** Reads a file of 2D lines anew, told apart another way. */
  async splitLines({ id, mapping }: SurveyInfo, split: LineSplit): Promise<void> {
    const overrides = { ...mapping?.overrides, kind: 'line', split } as const;
    // `surveyChanged` brings the new lines.
    await this.#noticing(async () => {
      await this.#link.calls.remapSurvey(id, overrides);
    });
  }

  dismissOpening(path: string): void {
    this.#stores.session.setState(dismissOpening(path));
  }

  dismissNotice(): void {
    this.#stores.session.setState({ notice: null });
  }

  /** @throws CrosslineError for the dialog to show */
  async listFolder(path: string): Promise<FolderListing> {
    return await this.#link.calls.listFolder(path);
  }

  /** @throws CrosslineError for the dialog to show */
  async readTextHeaders(id: SurveyId): Promise<readonly TextHeader[]> {
    return await this.#link.calls.readTextHeaders(id);
  }

  async cancelJob(id: JobId): Promise<void> {
    await this.#noticing(async () => this.#link.calls.cancelJob(id));
  }

  async refreshCounters(): Promise<void> {
    if (this.#stores.session.getState().connection.status !== 'ready') return;
    const counters = await this.#link.calls.readCounters().catch(() => null);
    if (counters !== null) this.#stores.timing.setState({ counters });
  }

  retrySlices(): void {
    this.#link.reloadSlices();
  }

  reconnect(): void {
    this.#link.connect();
  }

  async #closeAtEngine(id: SurveyId): Promise<void> {
    if (this.#stores.session.getState().connection.status !== 'ready') return;
    await this.#link.calls.closeSurvey(id).catch(() => undefined);
  }

  async #noticing(action: () => Promise<void>): Promise<void> {
    try {
      await action();
    } catch (thrown) {
      const fault = faultOf(thrown);
      if (fault.code !== 'cancelled') this.#stores.session.setState({ notice: fault });
    }
  }
}
