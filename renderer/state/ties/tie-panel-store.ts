/** The tie panel: which crossing it shows, compared in which gate and up to which shift. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { CrosslineFault } from '../../../shared/errors.ts';
import { DEFAULT_TIE_OPTIONS } from '../../../shared/ties/tie-options.ts';
import type { TieSituation } from './tie-subject.ts';

export type Gate = readonly [fromMs: number, toMs: number];

/** `none`: there is nothing to read. While another crossing is read, what was read last stays. */
export type TieStatus = 'none' | 'reading' | 'read' | 'failed';

export interface TiePanelState {
  readonly isShown: boolean;
  /** Raised whenever the panel is asked for, so that it comes to the front again. */
  readonly openedCount: number;
  /** Null: all that both traces have. */
  readonly gateMs: Gate | null;
  readonly maxShiftMs: number;
  /** Both traces as the adjusted network corrects their lines, where it is known; else as they are stored. */
  readonly isCorrected: boolean;
  /** Null where no crossing is chosen, or while the panel is not shown. */
  readonly current: TieSituation | null;
  readonly status: TieStatus;
  /** Why it failed; null otherwise. */
  readonly fault: CrosslineFault | null;
}

export type TiePanelStore = StoreApi<TiePanelState>;

export const createTiePanelStore = (): TiePanelStore =>
  createStore<TiePanelState>(() => ({
    isShown: false,
    openedCount: 0,
    gateMs: null,
    maxShiftMs: DEFAULT_TIE_OPTIONS.maxShiftMs,
    isCorrected: false,
    current: null,
    status: 'none',
    fault: null,
  }));

/** ms. Less is below what is told apart at 2 ms; more than a second is no mis-tie. */
export const MAX_SHIFT_RANGE: readonly [least: number, most: number] = [4, 1000];

type Change = (state: TiePanelState) => Partial<TiePanelState>;

export const setMaxShift =
  (wantedMs: number): Change =>
  () => ({ maxShiftMs: Math.min(Math.max(wantedMs, MAX_SHIFT_RANGE[0]), MAX_SHIFT_RANGE[1]) });

/**
 * One end of the gate, the ends in order whichever was typed.
 * @param whole what both traces have, where no gate was set
 */
export const setGateEnd =
  (end: 0 | 1, timeMs: number, whole: Gate): Change =>
  ({ gateMs }) => {
    const other = (gateMs ?? whole)[1 - end]!;
    return { gateMs: [Math.min(timeMs, other), Math.max(timeMs, other)] };
  };
