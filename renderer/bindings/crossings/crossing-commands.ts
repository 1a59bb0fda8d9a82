/** What the user can do with crossings, wherever they are shown. */
import type { CrossingRequest } from '../../../shared/crossing-calls.ts';
import { CrosslineError, faultOf } from '../../../shared/errors.ts';
import type { OutputFormat } from '../../../shared/exchange/encode-document.ts';
import type { DocumentFormat } from '../../../shared/exchange/read-document.ts';
import { crossingsOfDocument } from '../../state/crossings/crossings-of-document.ts';
import { closeDocument, showDocument } from '../../state/crossings/crossings-store.ts';
import type { SplitSide } from '../../scene/split/split-geometry.ts';
import { listedRows } from './listed-rows.ts';
import { isSameRef, type CrossingRef } from '../../state/crossings/crossing-at.ts';
import type { EngineLink } from '../engine-link.ts';
import type { ViewerStores } from '../viewer-stores.ts';

const notADocument = (path: string): CrosslineError =>
  new CrosslineError({
    code: 'wrong-document',
    path,
    problems: [{ path: 'its name', detail: 'ends with none of .json, .cbor and .bson' }],
    count: 1,
  });

export class CrossingCommands {
  readonly #stores: ViewerStores;
  readonly #link: EngineLink;

  constructor(stores: ViewerStores, link: EngineLink) {
    this.#stores = stores;
    this.#link = link;
  }

  /** Another algorithm gives the same crossings; self-crossings come or go. */
  ask(change: Partial<CrossingRequest>): void {
    this.#stores.crossings.setState(({ request }) => ({ request: { ...request, ...change } }));
  }

  /** After a fault, or once more after it was cancelled. */
  searchAgain(): void {
    this.#link.searchCrossings();
  }

  /** The document of the open lines' crossings; null where it was cancelled or failed, which is noticed. */
  async write(format: OutputFormat, withTraces: boolean): Promise<Uint8Array | null> {
    const { selfCrossings } = this.#stores.crossings.getState().request;
    try {
      return await this.#link.calls.writeCrossings({ format, withTraces, selfCrossings });
    } catch (thrown) {
      const fault = faultOf(thrown);
      if (fault.code !== 'cancelled') this.#stores.session.setState({ notice: fault });
      return null;
    }
  }

  /** Shows a document in place of what was found; why it cannot be is told by path. */
  async importDocument(name: string, bytes: Uint8Array): Promise<void> {
    const { crossings } = this.#stores;
    try {
      const format = /\.(json|cbor|bson)$/i.exec(name)?.[1]?.toLowerCase() as DocumentFormat | undefined;
      if (format === undefined) throw notADocument(name);
      // Its libraries are large, and few sessions need them.
      const { readDocument } = await import('../../../shared/exchange/read-document.ts');
      const document = readDocument(bytes, format, name);
      crossings.setState(showDocument(name, crossingsOfDocument(document, await this.#link.calls.identifyLines())));
    } catch (thrown) {
      crossings.setState({ importFault: faultOf(thrown) });
    }
  }

  closeDocument(): void {
    this.#stores.crossings.setState(closeDocument());
  }

  async cancelSearch(): Promise<void> {
    const job = this.#stores.session
      .getState()
      .jobs.find(({ kind, status }) => kind === 'cross' && status === 'running');
    // Ended in the meantime: there is nothing to cancel.
    if (job !== undefined) await this.#link.calls.cancelJob(job.id).catch(() => undefined);
  }

  /** Tells it on the table, on the map, in 3D and on sections. */
  hover(ref: CrossingRef | null): void {
    const { crossings } = this.#stores;
    if (!isSameRef(crossings.getState().hovered, ref)) crossings.setState({ hovered: ref });
  }

  select(ref: CrossingRef | null): void {
    this.#stores.crossings.setState({ selected: ref });
  }

  /** Shows both sections at the place, or its tie where the user looks at ties. */
  open(ref: CrossingRef): void {
    const { tiePanel } = this.#stores;
    if (!tiePanel.getState().isShown) {
      this.#openSplit(ref);
      return;
    }
    this.select(ref);
    tiePanel.setState(({ openedCount }) => ({ openedCount: openedCount + 1 }));
  }

  #openSplit(ref: CrossingRef): void {
    this.#stores.crossings.setState(({ openedCount }) => ({
      selected: ref,
      isSplitShown: true,
      openedCount: openedCount + 1,
    }));
  }

  /** The next place as the table lists them, or the one before; true where there is any. */
  step(direction: 1 | -1): boolean {
    const { crossings, session } = this.#stores;
    const { selected } = crossings.getState();
    const rows = listedRows(crossings.getState(), session.getState());
    if (rows.length === 0) return false;
    const current = rows.findIndex(({ ref }) => isSameRef(ref, selected));
    const first = direction > 0 ? 0 : rows.length - 1;
    const next = current < 0 ? first : Math.min(Math.max(current + direction, 0), rows.length - 1);
    crossings.setState({ selected: rows[next]!.ref });
    return true;
  }

  toggleTable(): void {
    this.#stores.crossings.setState(({ isTableShown }) => ({ isTableShown: !isTableShown }));
  }

  toggleMarks(): void {
    this.#stores.crossings.setState(({ areMarksShown }) => ({ areMarksShown: !areMarksShown }));
  }

  /** True where there is any place to be shown: the one selected, else the first of the table. */
  toggleSplit(): boolean {
    const { crossings, session } = this.#stores;
    const { isSplitShown, selected } = crossings.getState();
    if (isSplitShown) {
      crossings.setState({ isSplitShown: false });
      return true;
    }
    const ref = selected ?? listedRows(crossings.getState(), session.getState())[0]?.ref;
    if (ref !== undefined) this.#openSplit(ref);
    return ref !== undefined;
  }

  /** Line 2 left and line 1 right, or back. */
  swapSides(): void {
    this.#stores.split.setState(({ isSwapped }) => ({ isSwapped: !isSwapped }));
  }

  /** The part of the line beyond the crossing in place of the part before it, or back. */
  flip(side: SplitSide): void {
    this.#stores.split.setState(({ isSwapped, isFirstFlipped, isSecondFlipped }) =>
      (side === 'left') === isSwapped ? { isSecondFlipped: !isSecondFlipped } : { isFirstFlipped: !isFirstFlipped },
    );
  }
}
