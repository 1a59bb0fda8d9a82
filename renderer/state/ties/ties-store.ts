/** How far the open 2D lines agree where they cross, as the engine told last, and what the user wants of it. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { CrosslineFault } from '../../../shared/errors.ts';
import type { OpenTies, TieRequest } from '../../../shared/tie-calls.ts';
import { DEFAULT_TIE_OPTIONS } from '../../../shared/ties/tie-options.ts';
import { NO_HISTORY, type ChoiceHistory } from './tie-choices.ts';

/** `none`: lines were not tied yet, or do not cross. What was found before stays while it is found anew, fails or is cancelled. */
export type TieStatus = 'none' | 'tying' | 'tied' | 'cancelled' | 'failed';

export interface TieSettings {
  /** Two-way times; null: all that is recorded. */
  readonly gateMs: readonly [from: number, to: number] | null;
  readonly maxShiftMs: number;
  readonly minQuality: number;
}

/** Which mis-ties colour the crossings of the map: those of the lines as they are stored, or as they are corrected. */
export type MisTieView = 'hidden' | 'before' | 'after';

export interface TiesState {
  readonly status: TieStatus;
  /** Why it failed; null otherwise. */
  readonly fault: CrosslineFault | null;
  /** The user has asked: from then on ties follow lines, settings and choices. */
  readonly isWanted: boolean;
  readonly settings: TieSettings;
  readonly history: ChoiceHistory;
  /** Replaced as a whole; its arrays are never written. */
  readonly open: OpenTies | null;
  readonly view: MisTieView;
  readonly isShown: boolean;
}

export type TiesStore = StoreApi<TiesState>;

const { gateMs, maxShiftMs, minQuality } = DEFAULT_TIE_OPTIONS;

export const createTiesStore = (): TiesStore =>
  createStore<TiesState>(() => ({
    status: 'none',
    fault: null,
    isWanted: false,
    settings: { gateMs, maxShiftMs, minQuality },
    history: NO_HISTORY,
    open: null,
    view: 'after',
    isShown: false,
  }));

type Change = (state: TiesState) => Partial<TiesState>;

export const startTying = (): Change => () => ({ status: 'tying', fault: null });

export const takeTies =
  (open: OpenTies): Change =>
  () => ({ status: 'tied', fault: null, open });

export const failTying =
  (fault: CrosslineFault): Change =>
  () =>
    fault.code === 'cancelled' ? { status: 'cancelled' } : { status: 'failed', fault };

/** No two lines cross any more. */
export const forgetTies = (): Change => () => ({ status: 'none', fault: null, open: null });

/** Linear between the two traces that bound a crossing. */
const TRACES_AROUND = 2;

export const requestOf = ({ settings, history }: Pick<TiesState, 'settings' | 'history'>): TieRequest => {
  const { damping, warp } = DEFAULT_TIE_OPTIONS;
  return { options: { ...settings, damping, warp }, tracesAround: TRACES_AROUND, ...history.choices };
};
