/** Where the open 2D lines cross, as the engine told last, and which of these places the user looks at. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { CrossingRequest, OpenCrossings } from '../../../shared/crossing-calls.ts';
import type { CrosslineFault } from '../../../shared/errors.ts';
import { refIn, type CrossingRef } from './crossing-at.ts';
import type { CrossingOrder } from './crossing-rows.ts';

/** `none`: there are fewer than two lines. What was found before stays while another search runs, fails or is cancelled. */
export type CrossingStatus = 'none' | 'searching' | 'found' | 'cancelled' | 'failed';

/** What the last search cost. */
export interface SearchTiming extends Pick<OpenCrossings, 'algorithm' | 'searchedCount' | 'stages'> {
  readonly lineCount: number;
  /** From the job to the engine and on to the page. */
  readonly transferMs: number;
  /** From the change of the store to the frame that shows it; null until then. */
  readonly drawMs: number | null;
}

export interface CrossingsState {
  readonly status: CrossingStatus;
  /** Why it failed; null otherwise. */
  readonly fault: CrosslineFault | null;
  readonly request: CrossingRequest;
  /** What is shown everywhere. Replaced as a whole; its arrays are never written. */
  readonly found: OpenCrossings | null;
  /** Name of the document that `found` comes from, and what is known of the open lines; null where `found` is just that. */
  readonly imported: { readonly name: string; readonly open: OpenCrossings | null } | null;
  /** Why the last document could not be imported; null once another one is. */
  readonly importFault: CrosslineFault | null;
  /** Of the last search that looked at any pair of lines. */
  readonly timing: SearchTiming | null;
  readonly selected: CrossingRef | null;
  /** Under the pointer: in the table, on the map, in 3D or on a section. */
  readonly hovered: CrossingRef | null;
  /** Words that the rows of the table must contain. */
  readonly filter: string;
  /** Of the table; stepping from place to place follows it. */
  readonly order: CrossingOrder;
  /** Lines chosen on the map, by `profileKey`; null where none are, and then all count. */
  readonly chosenLines: ReadonlySet<string> | null;
  readonly isTableShown: boolean;
  /** On the sections of lines. */
  readonly areMarksShown: boolean;
  readonly isSplitShown: boolean;
  /** Raised whenever a place is opened, so that the split section comes to the front again. */
  readonly openedCount: number;
}

export type CrossingsStore = StoreApi<CrossingsState>;

export const createCrossingsStore = (): CrossingsStore =>
  createStore<CrossingsState>(() => ({
    status: 'none',
    fault: null,
    request: { algorithm: 'auto', selfCrossings: false },
    found: null,
    imported: null,
    importFault: null,
    timing: null,
    selected: null,
    hovered: null,
    filter: '',
    order: { column: 'line1', isDescending: false },
    chosenLines: null,
    isTableShown: false,
    areMarksShown: true,
    isSplitShown: false,
    openedCount: 0,
  }));

type Change = (state: CrossingsState) => Partial<CrossingsState>;

export const startSearch = (): Change => () => ({ status: 'searching', fault: null });

/** The places that are looked at stay so wherever they still are. A document goes on being shown. */
export const takeFound =
  (found: OpenCrossings, transferMs: number): Change =>
  ({ found: earlier, imported, selected, hovered, timing: known }) => {
    const timing = found.searchedCount === 0 && known !== null ? known : timingOf(found, transferMs);
    if (imported !== null) return { status: 'found', fault: null, timing, imported: { ...imported, open: found } };
    const moved = (ref: CrossingRef | null): CrossingRef | null =>
      ref === null || earlier === null ? null : refIn(found, earlier, ref);
    return { status: 'found', fault: null, found, timing, selected: moved(selected), hovered: moved(hovered) };
  };

function timingOf({ algorithm, searchedCount, stages, profiles }: OpenCrossings, transferMs: number): SearchTiming {
  return { algorithm, searchedCount, stages, lineCount: profiles.length, transferMs, drawMs: null };
}

export const failSearch =
  (fault: CrosslineFault): Change =>
  () =>
    fault.code === 'cancelled' ? { status: 'cancelled' } : { status: 'failed', fault };

const NO_PLACE = { selected: null, hovered: null, chosenLines: null } as const;

/** Fewer than two lines are open. */
export const forgetFound =
  (): Change =>
  ({ imported }) => ({
    status: 'none',
    fault: null,
    timing: null,
    ...(imported === null ? { found: null, ...NO_PLACE } : { imported: { ...imported, open: null } }),
  });

/** In place of the crossings of the open lines, until it is closed. */
export const showDocument =
  (name: string, document: OpenCrossings): Change =>
  ({ found, imported }) => ({
    found: document,
    imported: { name, open: imported === null ? found : imported.open },
    importFault: null,
    isTableShown: true,
    ...NO_PLACE,
  });

export const closeDocument = (): Change => (state) => {
  if (state.imported === null) return { importFault: null };
  return { found: state.imported.open, imported: null, importFault: null, ...NO_PLACE };
};
