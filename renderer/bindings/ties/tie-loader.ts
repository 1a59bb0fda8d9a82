/** Asks for the two traces of the crossing that the tie panel shows, and for what they have in common. */
import type { EngineCalls } from '../../../shared/contract.ts';
import { faultOf } from '../../../shared/errors.ts';
import { NO_CORRECTION } from '../../../shared/ties/correction.ts';
import { DEFAULT_EXACT } from '../../../shared/ties/warp/warp-exactly.ts';
import type { TiePanelState } from '../../state/ties/tie-panel-store.ts';
import type { TieSubject } from '../../state/ties/tie-subject.ts';
import type { ViewerStores } from '../viewer-stores.ts';
import type { TieBoard } from './tie-board.ts';

export interface TieLoaderOptions {
  readonly stores: Pick<ViewerStores, 'tiePanel'>;
  readonly calls: Pick<EngineCalls, 'readTie'>;
  readonly board: TieBoard;
}

interface Asked extends Pick<TiePanelState, 'gateMs' | 'maxShiftMs'> {
  readonly subject: TieSubject;
}

/** The traces that bound the crossing. */
const TRACES_AROUND = 2;

/** Lives as long as one connection. One question at a time: of those that came meanwhile only the last is asked. */
export class TieLoader {
  readonly #options: TieLoaderOptions;
  readonly #stopFollowing: () => void;
  #followed: Pick<TiePanelState, 'current' | 'gateMs' | 'maxShiftMs'>;
  #wanted: Asked | null = null;
  #isAsking = false;

  constructor(options: TieLoaderOptions) {
    this.#options = options;
    this.#stopFollowing = options.stores.tiePanel.subscribe((state) => {
      const { current, gateMs, maxShiftMs } = this.#followed;
      // Not against the earlier state: a listener before this one may have changed it once more in between.
      if (state.current !== current || state.gateMs !== gateMs || state.maxShiftMs !== maxShiftMs) this.#follow();
    });
    this.#followed = options.stores.tiePanel.getState();
    this.#follow();
  }

  close(): void {
    this.#wanted = null;
    this.#stopFollowing();
  }

  #follow(): void {
    const { stores, board } = this.#options;
    this.#followed = stores.tiePanel.getState();
    const { current, gateMs, maxShiftMs } = this.#followed;
    if (current?.kind !== 'tied') {
      this.#wanted = null;
      board.put(null);
      stores.tiePanel.setState({ status: 'none', fault: null });
      return;
    }
    this.#wanted = { subject: current.subject, gateMs, maxShiftMs };
    stores.tiePanel.setState({ status: 'reading', fault: null });
    if (!this.#isAsking) void this.#ask();
  }

  async #ask(): Promise<void> {
    const { stores, calls, board } = this.#options;
    this.#isAsking = true;
    while (this.#wanted !== null) {
      const asked = this.#wanted;
      const { subject, gateMs, maxShiftMs } = asked;
      try {
        const tie = await calls.readTie({
          place: subject.place,
          tracesAround: TRACES_AROUND,
          gateMs,
          maxShiftMs,
          exact: { ...DEFAULT_EXACT, bandMs: maxShiftMs },
          corrections: [NO_CORRECTION, NO_CORRECTION],
        });
        if (this.#wanted !== asked) continue;
        board.put({ ...tie, subject });
        stores.tiePanel.setState({ status: 'read' });
      } catch (thrown) {
        if (this.#wanted !== asked) continue;
        board.put(null);
        const fault = faultOf(thrown);
        // The connection tells of a lost engine, and what was asked is asked again once it is back.
        if (fault.code !== 'engine-lost') stores.tiePanel.setState({ status: 'failed', fault });
      }
      this.#wanted = null;
    }
    this.#isAsking = false;
  }
}
