/** Where the milliseconds of a search for crossings went, measured where they happened. */
export interface CrossingStages {
  /** Reading positions, and samples where they were asked for. */
  readonly loadMs: number;
  /** Which vertices there are. */
  readonly indexMs: number;
  /** Which segments meet. */
  readonly searchMs: number;
  /** Order, places and overlaps. */
  readonly exactMs: number;
}
