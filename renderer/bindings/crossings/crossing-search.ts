/** Keeps what is known of crossings up with the open lines: whenever one comes, goes or is read otherwise. */
import type { EngineCalls } from '../../../shared/contract.ts';
import { faultOf } from '../../../shared/errors.ts';
import type { SurveyInfo } from '../../../shared/survey.ts';
import type { Clock } from '../../engine-client/clock.ts';
import { failSearch, forgetFound, startSearch, takeFound } from '../../state/crossings/crossings-store.ts';
import type { Frames } from '../frames.ts';
import type { ViewerStores } from '../viewer-stores.ts';

export interface CrossingSearchOptions {
  readonly stores: Pick<ViewerStores, 'session' | 'crossings'>;
  readonly calls: Pick<EngineCalls, 'findCrossings'>;
  readonly clock: Clock;
  readonly frames: Frames;
}

/** Lines that are opened together come one by one; half a blink later they are searched together. */
const QUIET_MS = 150;

/** Lives as long as one connection. */
export class CrossingSearch {
  readonly #options: CrossingSearchOptions;
  readonly #stopFollowing: readonly (() => void)[];
  #stopWaiting: () => void = () => undefined;
  /** Surveys with lines that were asked for last. */
  #asked: readonly SurveyInfo[] = [];
  /** Raised with every search: answers to earlier ones are dropped. */
  #run = 0;

  constructor(options: CrossingSearchOptions) {
    this.#options = options;
    const { session, crossings } = options.stores;
    this.#stopFollowing = [
      session.subscribe(() => this.#follow()),
      crossings.subscribe(({ request }, earlier) => {
        if (request !== earlier.request) this.searchAgain();
      }),
    ];
    this.#follow();
  }

  /** Also where nothing has changed: after a fault, or once more after it was cancelled. */
  searchAgain(): void {
    this.#asked = [];
    this.#follow();
  }

  close(): void {
    this.#run += 1;
    this.#stopWaiting();
    for (const stop of this.#stopFollowing) stop();
  }

  #follow(): void {
    const { session } = this.#options.stores;
    const surveys = session
      .getState()
      .surveys.filter(({ info, fault }) => info.lines !== null && fault === null)
      .map(({ info }) => info);
    if (surveys.length === this.#asked.length && surveys.every((info, i) => info === this.#asked[i])) return;
    this.#asked = surveys;
    this.#run += 1;
    this.#stopWaiting();
    this.#stopWaiting = this.#options.clock.after(QUIET_MS, () => void this.#search(this.#run));
  }

  async #search(run: number): Promise<void> {
    const { stores, calls, clock } = this.#options;
    const { request } = stores.crossings.getState();
    const lineCount = this.#asked.reduce((sum, { lines }) => sum + (lines?.lines.length ?? 0), 0);
    if (lineCount < (request.selfCrossings ? 1 : 2)) {
      stores.crossings.setState(forgetFound());
      return;
    }
    stores.crossings.setState(startSearch());
    const started = clock.now();
    try {
      const found = await calls.findCrossings(request);
      if (run !== this.#run) return;
      const wireMs = Math.max(0, clock.now() - started - found.engineMs);
      stores.crossings.setState(takeFound(found, found.transferMs + wireMs));
      this.#measureDraw(run);
    } catch (thrown) {
      if (run === this.#run) stores.crossings.setState(failSearch(faultOf(thrown)));
    }
  }

  /** Until the frame after the one in which table, map and marks were drawn has begun. */
  #measureDraw(run: number): void {
    const { stores, clock, frames } = this.#options;
    const started = clock.now();
    frames.next(() =>
      frames.next(() => {
        if (run !== this.#run) return;
        stores.crossings.setState(({ timing }) => ({
          timing: timing?.drawMs === null ? { ...timing, drawMs: clock.now() - started } : timing,
        }));
      }),
    );
  }
}
