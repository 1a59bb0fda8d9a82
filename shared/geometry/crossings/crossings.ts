/** Where profiles cross: one element a crossing in every array. */
export interface Crossings {
  /** 0-based, profile1 < profile2 (the same of self-crossings). */
  readonly profile1: Uint32Array;
  readonly profile2: Uint32Array;
  /** In the unit of the positions. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** 0-based traces of profile 1 that bound the crossing: t12 is the next one at another position. */
  readonly t11: Uint32Array;
  readonly t12: Uint32Array;
  /** Of profile 2. */
  readonly t21: Uint32Array;
  readonly t22: Uint32Array;
}

/**
 * Where profiles run along each other: from (x1, y1), between the traces t1From and t2From on one side, to (x2, y2), in the
 * direction of profile 1. t2From > t2To where profile 2 goes the other way. The traces bound the piece from outside.
 */
export interface Overlap {
  readonly profile1: number;
  readonly profile2: number;
  readonly t1From: number;
  readonly t1To: number;
  readonly t2From: number;
  readonly t2To: number;
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}
