/** Order statistics of measured milliseconds. */

/** The p-th percentile (0 to 100), linear between the two nearest ranks. NaN of nothing. */
export function percentile(values: readonly number[], p: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  if (sorted.length === 0) return NaN;
  const rank = ((sorted.length - 1) * p) / 100;
  const below = sorted[Math.floor(rank)]!;
  const above = sorted[Math.ceil(rank)]!;
  return below + (above - below) * (rank - Math.floor(rank));
}

export const median = (values: readonly number[]): number => percentile(values, 50);

export const minimum = (values: readonly number[]): number => values.reduce((a, b) => Math.min(a, b), Infinity);
