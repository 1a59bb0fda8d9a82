/** The split section: how its two lines are laid side by side, and what is known of their traces. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { CrosslineFault } from '../../../shared/errors.ts';
import type { ShownNavigation } from '../navigation-store.ts';
import type { Split, SplitArrangement } from './split.ts';

export interface SplitSideState {
  /** Of the traces shown; null until it is known. */
  readonly shown: ShownNavigation | null;
  /** Why its picture could not be had; gone with the next one. */
  readonly fault: CrosslineFault | null;
}

export interface SplitState extends SplitArrangement {
  /** Null where no crossing is looked at, or where one of its lines is gone. */
  readonly current: Split | null;
  /** The traces that bound the crossing are drawn over each other beside the sections. */
  readonly areTracesShown: boolean;
  readonly left: SplitSideState;
  readonly right: SplitSideState;
}

export const NO_SIDE: SplitSideState = { shown: null, fault: null };

export type SplitStore = StoreApi<SplitState>;

export const createSplitStore = (): SplitStore =>
  createStore<SplitState>(() => ({
    current: null,
    isSwapped: false,
    isFirstFlipped: false,
    isSecondFlipped: false,
    reach: null,
    areTracesShown: true,
    left: NO_SIDE,
    right: NO_SIDE,
  }));
