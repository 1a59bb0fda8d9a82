/** Figures of a header word over many traces. */

export interface WordStatistics {
  /** Traces looked at. */
  readonly count: number;
  /** Of the finite values; NaN where there is none. */
  readonly min: number;
  readonly max: number;
  readonly mean: number;
  readonly zeroCount: number;
  /** Floats that are infinite or no number. */
  readonly nonFiniteCount: number;
  /** Different values; null where there are more than were kept apart. */
  readonly distinctCount: number | null;
}

/** How often each value occurs, the most frequent first. */
export interface ValueCounts {
  readonly values: Float64Array;
  readonly counts: Float64Array;
}

/** Counts in ranges of equal width; the last one includes its upper end. */
export interface WordHistogram {
  readonly min: number;
  readonly max: number;
  readonly counts: Float64Array;
}

/** A word along the rows, for a plot of a few thousand points however many rows there are. */
export interface HeaderColumn {
  readonly first: number;
  readonly count: number;
  readonly rowsPerBucket: number;
  /** Least and greatest finite value in each bucket; NaN where it has none. */
  readonly least: Float64Array;
  readonly greatest: Float64Array;
  readonly statistics: WordStatistics;
  /** Null where no row has a finite value, or these lie further apart than a float64 can say. */
  readonly histogram: WordHistogram | null;
  /** The most frequent values; null where too many differ. */
  readonly frequent: ValueCounts | null;
}
