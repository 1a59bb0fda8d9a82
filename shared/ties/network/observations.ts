/** What crossings say of the corrections of lines. */

/** x1 - x2 should be `values`, at each of the knots. */
export interface Observation {
  /** Places of the lines in the network. */
  readonly line1: number;
  readonly line2: number;
  readonly values: Float64Array;
  /** Not negative; 0 says nothing. */
  readonly weights: Float64Array;
}

export interface Network {
  readonly lineCount: number;
  /** Of every observation: 1 for what does not vary with time. */
  readonly knots: number;
  readonly observations: readonly Observation[];
  /** Lines whose corrections stay 0. */
  readonly isFixed: readonly boolean[];
  /** Draws every correction to 0 as if one more crossing with this weight said so, where the others say something. */
  readonly damping: number;
  /** Draws second differences along the knots to 0, and a little the first ones. */
  readonly smoothness: number;
}
