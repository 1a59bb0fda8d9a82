/** What the user can do with folders, and with many surveys at once. */
import { faultOf } from '../../shared/errors.ts';
import { failOpening, startOpening, addSurveys, removeAllSurveys } from '../state/session-changes.ts';
import { activateSurvey, forgetAllSurveys } from '../state/view-store.ts';
import type { EngineLink } from './engine-link.ts';
import { lookThroughFolder } from './look-through-folder.ts';
import type { ViewerStores } from './viewer-stores.ts';

/** Opened by one call: enough that calls cost nothing, few enough that the first is seen at once. */
const PATHS_A_CALL = 24;

export class FolderCommands {
  readonly #stores: ViewerStores;
  readonly #link: EngineLink;
  /** Raised to stop what is being opened. */
  #run = 0;

  constructor(stores: ViewerStores, link: EngineLink) {
    this.#stores = stores;
    this.#link = link;
  }

  async lookThrough(path: string): Promise<void> {
    await this.#noticing(async () => lookThroughFolder(this.#stores.folder, this.#link.calls, path));
    await this.#link.refreshRecents();
  }

  /** The system's dialog, where the host has one. */
  async chooseAndLookThrough(): Promise<void> {
    await this.#noticing(async () => {
      const path = await this.#link.calls.chooseFolder();
      if (path !== null) await this.lookThrough(path);
    });
  }

  async stopLooking(): Promise<void> {
    const { jobId } = this.#stores.folder.getState();
    if (jobId !== null) await this.#noticing(async () => this.#link.calls.cancelJob(jobId));
  }

  show(isShown: boolean): void {
    this.#stores.folder.setState({ isShown });
  }

  /** Opens many, the first to be looked at; those that do not open are listed with their reasons. */
  async openAll(paths: readonly string[]): Promise<void> {
    this.#run += 1;
    const run = this.#run;
    const { folder, session, view } = this.#stores;
    await this.#noticing(async () => {
      for (let done = 0; done < paths.length && run === this.#run; done += PATHS_A_CALL) {
        folder.setState({ opening: { done, total: paths.length } });
        const part = paths.slice(done, done + PATHS_A_CALL);
        const outcomes = await this.#link.calls.openSurveys(part);
        const opened = outcomes.flatMap((outcome, i) =>
          'info' in outcome ? [{ openedFrom: part[i]!, info: outcome.info }] : [],
        );
        session.setState(addSurveys(opened));
        outcomes.forEach((outcome, i) => {
          if (!('fault' in outcome)) return;
          session.setState(startOpening(part[i]!));
          session.setState(failOpening(part[i]!, outcome.fault));
        });
        if (done === 0 && opened[0] !== undefined) view.setState(activateSurvey(opened[0].info));
      }
    });
    if (run === this.#run) folder.setState({ opening: null });
  }

  stopOpening(): void {
    this.#run += 1;
    this.#stores.folder.setState({ opening: null });
  }

  async closeAll(): Promise<void> {
    this.stopOpening();
    const { session, view } = this.#stores;
    const ids = session.getState().surveys.map(({ info }) => info.id);
    session.setState(removeAllSurveys());
    view.setState(forgetAllSurveys());
    if (session.getState().connection.status !== 'ready') return;
    // What cannot be closed is lost with the engine.
    await Promise.allSettled(ids.map((id) => this.#link.calls.closeSurvey(id)));
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
