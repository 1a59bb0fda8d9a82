/** The header inspector: whether it is shown, what it is about, and how far its tasks are. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { HeaderProgress } from '../../shared/headers/header-calls.ts';
import type { HeaderPlace } from '../../shared/mapping/header-place.ts';
import type { SurveyInfo } from '../../shared/survey.ts';

export type HeadersTab = 'text' | 'binary' | 'traces' | 'column';

/** What is looked at in one survey. */
export interface HeadersView {
  /** Null: the words that vary. */
  readonly columns: readonly HeaderPlace[] | null;
  /** An expression; empty: all traces. */
  readonly filter: string;
  /** The trace whose words are listed, 0-based; null before one was chosen. */
  readonly trace: number | null;
}

export interface HeadersState {
  readonly isShown: boolean;
  readonly tab: HeadersTab;
  /** The word that the column tab shows. */
  readonly plotted: HeaderPlace;
  /** By what was opened: ids change when the engine comes back. */
  readonly views: Readonly<Record<string, HeadersView>>;
  /** Of the task that reported last; null before any. */
  readonly progress: HeaderProgress | null;
}

export type HeadersStore = StoreApi<HeadersState>;

/** Ensemble number: what most files of any kind have. */
const INITIAL_PLACE: HeaderPlace = { byte: 21, type: 'int32' };
const INITIAL_VIEW: HeadersView = { columns: null, filter: '', trace: null };

export const createHeadersStore = (): HeadersStore =>
  createStore<HeadersState>(() => ({
    isShown: false,
    tab: 'traces',
    plotted: INITIAL_PLACE,
    views: {},
    progress: null,
  }));

const keyOf = ({ path, name }: SurveyInfo): string => path ?? name;

export const headersViewOf = ({ views }: HeadersState, info: SurveyInfo): HeadersView =>
  views[keyOf(info)] ?? INITIAL_VIEW;

export const changeHeadersView =
  (info: SurveyInfo, change: Partial<HeadersView>) =>
  (state: HeadersState): Partial<HeadersState> => ({
    views: { ...state.views, [keyOf(info)]: { ...headersViewOf(state, info), ...change } },
  });
