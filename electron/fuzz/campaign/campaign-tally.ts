import type { WatchedResult } from './fuzz-process.ts';

interface Costliest {
  readonly name: string;
  readonly amount: number;
}

/** What the cases of a campaign came to. */
export class CampaignTally {
  /** Cases by what their file opened as, or by the fault that refused it. */
  readonly outcomes = new Map<string, number>();
  readonly failures: { readonly name: string; readonly failure: NonNullable<WatchedResult['failure']> }[] = [];
  /** By the longest that a user would wait in it. */
  slowest: Costliest | null = null;
  hungriest: Costliest | null = null;
  #count = 0;
  #totalMs = 0;

  get count(): number {
    return this.#count;
  }

  get meanMs(): number {
    return this.#count === 0 ? 0 : this.#totalMs / this.#count;
  }

  add(name: string, { outcome, failure, ms, longestMs, peakBytes }: WatchedResult): void {
    this.#count += 1;
    this.#totalMs += ms;
    this.outcomes.set(outcome, (this.outcomes.get(outcome) ?? 0) + 1);
    if (failure !== null) this.failures.push({ name, failure });
    this.slowest = costlier(this.slowest, name, longestMs);
    this.hungriest = costlier(this.hungriest, name, peakBytes ?? 0);
  }
}

const costlier = (most: Costliest | null, name: string, amount: number): Costliest =>
  most === null || amount > most.amount ? { name, amount } : most;
