/** The header inspector: whether it is shown, what it is about, and how far its tasks are. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { HeaderProgress } from '../../shared/headers/header-calls.ts';
import type { HeaderPlace } from '../../shared/mapping/header-place.ts';

export type HeadersTab = 'text' | 'binary' | 'traces' | 'column';

export interface HeadersState {
  readonly isShown: boolean;
  readonly tab: HeadersTab;
  /** The word that the column tab shows. */
  readonly plottedPlace: HeaderPlace;
  /** Of the task that reported last; null where none runs. */
  readonly progress: HeaderProgress | null;
}

export type HeadersStore = StoreApi<HeadersState>;

/** Ensemble number: what most files of any kind have. */
const INITIAL_PLACE: HeaderPlace = { byte: 21, type: 'int32' };

export const createHeadersStore = (): HeadersStore =>
  createStore<HeadersState>(() => ({ isShown: false, tab: 'traces', plottedPlace: INITIAL_PLACE, progress: null }));
