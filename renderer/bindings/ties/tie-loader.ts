/** Asks for the two traces of the crossing that the tie panel shows, and for what they have in common. */
import type { EngineCalls } from '../../../shared/contract.ts';
import { faultOf } from '../../../shared/errors.ts';
import type { OpenTies } from '../../../shared/tie-calls.ts';
import { NO_CORRECTION, type TieCorrection } from '../../../shared/ties/correction.ts';
import { DEFAULT_EXACT } from '../../../shared/ties/warp/warp-exactly.ts';
import { correctionsOf } from '../../state/ties/corrections-of.ts';
import type { TiePanelState } from '../../state/ties/tie-panel-store.ts';
import type { TieSubject } from '../../state/ties/tie-subject.ts';
import type { ViewerStores } from '../viewer-stores.ts';
import type { TieBoard } from './tie-board.ts';

export interface TieLoaderOptions {
  readonly stores: Pick<ViewerStores, 'tiePanel' | 'ties'>;
  readonly calls: Pick<EngineCalls, 'readTie'>;
  readonly board: TieBoard;
}

interface Asked extends Pick<TiePanelState, 'gateMs' | 'maxShiftMs'> {
  readonly subject: TieSubject;
  readonly corrections: readonly [TieCorrection, TieCorrection];
}

/** What decides what is asked. */
interface Followed extends Pick<TiePanelState, 'current' | 'gateMs' | 'maxShiftMs'> {
  /** Null while traces are shown as they are stored. */
  readonly ties: OpenTies | null;
}

const AS_STORED = [NO_CORRECTION, NO_CORRECTION] as const;

/** The traces that bound the crossing. */
const TRACES_AROUND = 2;

/** Lives as long as one connection. One question at a time: of those that came meanwhile only the last is asked. */
export class TieLoader {
  readonly #options: TieLoaderOptions;
  readonly #stops: readonly (() => void)[];
  #followed: Followed;
  #wanted: Asked | null = null;
  #isAsking = false;

  constructor(options: TieLoaderOptions) {
    this.#options = options;
    const { tiePanel, ties } = options.stores;
    // Not against the earlier state of a store: a listener before this one may have changed it once more in between.
    const follow = (): void => {
      const [now, then] = [this.#now(), this.#followed];
      const isSame =
        now.current === then.current &&
        now.gateMs === then.gateMs &&
        now.maxShiftMs === then.maxShiftMs &&
        now.ties === then.ties;
      if (!isSame) this.#follow(now);
    };
    this.#stops = [tiePanel.subscribe(follow), ties.subscribe(follow)];
    this.#followed = this.#now();
    this.#follow(this.#followed);
  }

  close(): void {
    this.#wanted = null;
    for (const stop of this.#stops) stop();
  }

  #now(): Followed {
    const { tiePanel, ties } = this.#options.stores;
    const { current, gateMs, maxShiftMs, isCorrected } = tiePanel.getState();
    return { current, gateMs, maxShiftMs, ties: isCorrected ? ties.getState().open : null };
  }

  #follow(now: Followed): void {
    const { stores, board } = this.#options;
    this.#followed = now;
    const { current, gateMs, maxShiftMs, ties } = now;
    if (current?.kind !== 'tied') {
      this.#wanted = null;
      board.put(null);
      stores.tiePanel.setState({ status: 'none', fault: null });
      return;
    }
    const { subject } = current;
    this.#wanted = {
      subject,
      gateMs,
      maxShiftMs,
      corrections: ties === null ? AS_STORED : correctionsOf(ties, subject.place),
    };
    stores.tiePanel.setState({ status: 'reading', fault: null });
    if (!this.#isAsking) void this.#ask();
  }

  async #ask(): Promise<void> {
    const { stores, calls, board } = this.#options;
    this.#isAsking = true;
    while (this.#wanted !== null) {
      const asked = this.#wanted;
      const { subject, gateMs, maxShiftMs, corrections } = asked;
      try {
        const tie = await calls.readTie({
          place: subject.place,
          tracesAround: TRACES_AROUND,
          gateMs,
          maxShiftMs,
          exact: { ...DEFAULT_EXACT, bandMs: maxShiftMs },
          corrections,
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
