/** A trace in time as it is stored: NaN where it has no sample. */
export interface TieTrace {
  /** Two-way time of sample 0. */
  readonly startMs: number;
  readonly intervalMs: number;
  readonly samples: Float32Array;
}

/** Times `startMs + k intervalMs`, k = 0 to count - 1. */
export interface TimeAxis {
  readonly startMs: number;
  readonly intervalMs: number;
  readonly count: number;
}

/** What is heard: of a dead, missing or wholly muted trace nothing is. `last` < `first` where nothing is. */
export interface LiveRange {
  readonly first: number;
  readonly last: number;
}

/** Zeros and NaN before the first other sample, and behind the last, are muted; zeros between are samples. */
export function liveRange({ samples }: Pick<TieTrace, 'samples'>): LiveRange {
  const isHeard = (value: number): boolean => value !== 0 && Number.isFinite(value);
  let first = 0;
  while (first < samples.length && !isHeard(samples[first]!)) first += 1;
  let last = samples.length - 1;
  while (last >= first && !isHeard(samples[last]!)) last -= 1;
  return { first, last };
}
