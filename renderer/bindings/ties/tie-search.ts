/** Keeps the ties up with lines, settings and choices, from the time on when the user asked for them. */
import type { EngineCalls } from '../../../shared/contract.ts';
import type { OpenCrossings } from '../../../shared/crossing-calls.ts';
import { faultOf } from '../../../shared/errors.ts';
import type { Clock } from '../../engine-client/clock.ts';
import type { CrossingsState } from '../../state/crossings/crossings-store.ts';
import { failTying, forgetTies, requestOf, startTying, takeTies } from '../../state/ties/ties-store.ts';
import type { ViewerStores } from '../viewer-stores.ts';

export interface TieSearchOptions {
  readonly stores: Pick<ViewerStores, 'session' | 'crossings' | 'ties'>;
  readonly calls: Pick<EngineCalls, 'findTies' | 'cancelJob'>;
  readonly clock: Clock;
}

/** Several crossings that are rejected one after the other are adjusted together. */
const QUIET_MS = 300;

/** Lives as long as one connection. */
export class TieSearch {
  readonly #options: TieSearchOptions;
  readonly #stopFollowing: readonly (() => void)[];
  #stopWaiting: () => void = () => undefined;
  /** What was tied last, or is. */
  #asked: OpenCrossings | null = null;
  /** Raised with every request: answers to earlier ones are dropped. */
  #run = 0;

  constructor(options: TieSearchOptions) {
    this.#options = options;
    const { crossings, ties } = options.stores;
    this.#stopFollowing = [
      crossings.subscribe((state) => {
        if (ties.getState().isWanted && openCrossings(state) !== this.#asked) this.#tieSoon(QUIET_MS);
      }),
      ties.subscribe(({ isWanted, settings, history }, earlier) => {
        const isOther = settings !== earlier.settings || history.choices !== earlier.history.choices;
        if (isWanted && (isOther || !earlier.isWanted)) this.#tieSoon(earlier.isWanted ? QUIET_MS : 0);
      }),
    ];
    if (ties.getState().isWanted) this.#tieSoon(QUIET_MS);
  }

  /** Also where nothing has changed: after a fault, or once more after it was cancelled. */
  tieAgain(): void {
    this.#tieSoon(0);
  }

  close(): void {
    this.#run += 1;
    this.#stopWaiting();
    for (const stop of this.#stopFollowing) stop();
  }

  #tieSoon(waitMs: number): void {
    const { stores, clock } = this.#options;
    this.#run += 1;
    this.#stopWaiting();
    this.#asked = openCrossings(stores.crossings.getState());
    if (this.#asked === null || this.#asked.crossings.x.length === 0) {
      stores.ties.setState(forgetTies());
      return;
    }
    stores.ties.setState(startTying());
    const run = this.#run;
    this.#stopWaiting = clock.after(waitMs, () => void this.#tie(run));
  }

  async #tie(run: number): Promise<void> {
    const { stores, calls } = this.#options;
    // The engine ties one after the other: what is not wanted any more would be waited for.
    for (const { id, kind, status } of stores.session.getState().jobs) {
      if (kind === 'adjust' && status === 'running') void calls.cancelJob(id).catch(() => undefined);
    }
    try {
      const open = await calls.findTies(requestOf(stores.ties.getState()));
      if (run === this.#run) stores.ties.setState(takeTies(open));
    } catch (thrown) {
      if (run === this.#run) stores.ties.setState(failTying(faultOf(thrown)));
    }
  }
}

/** Of the open lines, also while a document is shown in their place. */
const openCrossings = ({ found, imported }: CrossingsState): OpenCrossings | null =>
  imported === null ? found : imported.open;
