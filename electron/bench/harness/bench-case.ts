import type { RandomInteger } from './seeded-random.ts';

/** Performs one call an argument and returns the milliseconds of each, measured next to the call. */
export type TimedCalls = (callArguments: readonly number[]) => Promise<readonly number[]>;

/** One figure of a group, measured on our side and, where a peer has the like, on the peer's. */
export interface BenchCase {
  readonly name: string;
  /** Calls a round; the sides take turns by the round, so that a disturbance meets both. */
  readonly callsPerRound: number;
  /** E.g. a slice index. Both sides of a round get the same. */
  drawArgument(random: RandomInteger): number;
  readonly ours: TimedCalls;
  readonly peer: TimedCalls | null;
  /** Bounds the rounds of a case whose calls leave something behind or take long. */
  readonly mostRounds?: number;
}

/** What was measured, in ms. */
export interface CaseResult {
  readonly name: string;
  readonly ours: readonly number[];
  /** Null where no peer ran. */
  readonly peer: readonly number[] | null;
}
