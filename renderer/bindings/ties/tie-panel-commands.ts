/** What the user can do with the tie panel, wherever it is asked for. */
import { setGateEnd, setMaxShift } from '../../state/ties/tie-panel-store.ts';
import { timesInCommon } from '../../state/ties/tie-times.ts';
import { listedRows } from '../crossings/listed-rows.ts';
import type { ViewerStores } from '../viewer-stores.ts';
import type { TieBoard } from './tie-board.ts';

export class TiePanelCommands {
  readonly #stores: ViewerStores;
  readonly #board: TieBoard;

  constructor(stores: ViewerStores, board: TieBoard) {
    this.#stores = stores;
    this.#board = board;
  }

  /** True where there is any place to be shown: the one selected, else the first of the table. */
  toggle(): boolean {
    const { crossings, session, tiePanel } = this.#stores;
    if (tiePanel.getState().isShown) {
      tiePanel.setState({ isShown: false });
      return true;
    }
    const { selected } = crossings.getState();
    const ref = selected ?? listedRows(crossings.getState(), session.getState())[0]?.ref;
    if (ref === undefined) return false;
    crossings.setState({ selected: ref });
    tiePanel.setState(({ openedCount }) => ({ isShown: true, openedCount: openedCount + 1 }));
    return true;
  }

  /** Once the traces are known, which say what the other end is where none was set. */
  setGateEnd(end: 0 | 1, timeMs: number): void {
    const tie = this.#board.latest();
    if (tie !== null) this.#stores.tiePanel.setState(setGateEnd(end, timeMs, timesInCommon(tie.traces)));
  }

  clearGate(): void {
    this.#stores.tiePanel.setState({ gateMs: null });
  }

  /** As the network of ties corrects the lines, or as they are stored. */
  setCorrected(isCorrected: boolean): void {
    this.#stores.tiePanel.setState({ isCorrected });
  }

  setMaxShift(maxShiftMs: number): void {
    this.#stores.tiePanel.setState(setMaxShift(maxShiftMs));
  }
}
