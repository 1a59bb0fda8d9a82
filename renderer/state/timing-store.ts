/** The timings of the pictures shown. The history is one object that grows; `revision` tells that it has. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { EngineCounters } from '../../shared/contract.ts';
import type { Timing } from '../../shared/timing.ts';
import { TimingHistory } from '../engine-client/timing-history.ts';

export interface TimingState {
  readonly last: Timing | null;
  readonly history: TimingHistory;
  readonly revision: number;
  /** Null while nothing moves. */
  readonly framesPerSecond: number | null;
  /** Read only while the timing panel is shown. */
  readonly counters: EngineCounters | null;
}

export type TimingStore = StoreApi<TimingState>;

export const createTimingStore = (): TimingStore =>
  createStore<TimingState>(() => ({
    last: null,
    history: new TimingHistory(),
    revision: 0,
    framesPerSecond: null,
    counters: null,
  }));

/** Tells of what was pushed into the history since. */
export const publishTimings = (store: TimingStore, framesPerSecond: number | null): void =>
  store.setState(({ history, revision }) => ({ last: history.last(), revision: revision + 1, framesPerSecond }));
