/** What the user can do with ties, wherever they are shown. */
import { faultOf } from '../../../shared/errors.ts';
import { crossingsCsv, linesCsv } from '../../../shared/ties/tie-csv.ts';
import { encodeTies } from '../../../shared/ties/tie-json.ts';
import type { TieLine, TiePlace } from '../../../shared/tie-calls.ts';
import type { ProfileBoard } from '../../engine-client/profile-board.ts';
import { redo, toggleReference, toggleRejected, undo, type ChoiceHistory } from '../../state/ties/tie-choices.ts';
import type { MisTieView, TieSettings } from '../../state/ties/ties-store.ts';
import type { EngineLink } from '../engine-link.ts';
import type { ViewerStores } from '../viewer-stores.ts';
import { openTieDocument } from './open-tie-document.ts';

export type TieFormat = 'json' | 'crossings-csv' | 'lines-csv';

const WRITERS = { json: encodeTies, 'crossings-csv': crossingsCsv, 'lines-csv': linesCsv } as const;

export class TieCommands {
  readonly #stores: ViewerStores;
  readonly #link: EngineLink;
  readonly #profiles: ProfileBoard;

  constructor(stores: ViewerStores, link: EngineLink, profiles: ProfileBoard) {
    this.#stores = stores;
    this.#link = link;
    this.#profiles = profiles;
  }

  /** Shows the panel and ties the lines, also where nothing has changed. */
  tie(): void {
    const { ties } = this.#stores;
    const { isWanted } = ties.getState();
    ties.setState({ isWanted: true, isShown: true });
    if (isWanted) this.#link.tieLines();
  }

  async cancel(): Promise<void> {
    const running = this.#stores.session
      .getState()
      .jobs.find(({ kind, status }) => kind === 'adjust' && status === 'running');
    // Ended in the meantime: there is nothing to cancel.
    if (running !== undefined) await this.#link.calls.cancelJob(running.id).catch(() => undefined);
  }

  set(change: Partial<TieSettings>): void {
    this.#stores.ties.setState(({ settings }) => ({ settings: { ...settings, ...change } }));
  }

  show(view: MisTieView): void {
    this.#stores.ties.setState({ view });
  }

  togglePanel(): void {
    this.#stores.ties.setState(({ isShown }) => ({ isShown: !isShown }));
  }

  toggleReference(line: TieLine): void {
    this.#choose(toggleReference(line));
  }

  toggleRejected(place: TiePlace): void {
    this.#choose(toggleRejected(place));
  }

  /** True where there was anything to take back. */
  undo(): boolean {
    return this.#choose(undo);
  }

  redo(): boolean {
    return this.#choose(redo);
  }

  /** What the command line writes of these files; null where it failed, which is noticed. */
  async write(format: TieFormat): Promise<string | null> {
    const { session, ties } = this.#stores;
    const { open, history } = ties.getState();
    if (open === null) return null;
    try {
      const identified = await this.#link.calls.identifyLines();
      const document = openTieDocument(open, history.choices, identified, this.#profiles);
      return [...WRITERS[format](document)].join('');
    } catch (thrown) {
      session.setState({ notice: faultOf(thrown) });
      return null;
    }
  }

  #choose(change: (history: ChoiceHistory) => ChoiceHistory): boolean {
    const { ties } = this.#stores;
    const { history } = ties.getState();
    const next = change(history);
    if (next !== history) ties.setState({ history: next });
    return next !== history;
  }
}
