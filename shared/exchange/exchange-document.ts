/** Crossings as other programs read and write them: the schema is given. Coordinates are in the unit of the surveys. */

/** Positions of a profile's traces, [n x 2] in C order: x0, y0, x1, y1, ... NaN where a trace has none. */
export type Positions = Float64Array;

/** In the order of the schema. t11 and t12 are the 0-based traces of profile 1 that bound the crossing. */
export interface Intersection {
  readonly survey1: string;
  readonly survey2: string;
  readonly profile1: string;
  readonly profile2: string;
  readonly x: number;
  readonly y: number;
  readonly t11: number;
  readonly t11x: number;
  readonly t11y: number;
  readonly t12: number;
  readonly t12x: number;
  readonly t12y: number;
  readonly t21: number;
  readonly t21x: number;
  readonly t21y: number;
  readonly t22: number;
  readonly t22x: number;
  readonly t22y: number;
}

/** See `Overlap` in ../geometry/crossings/crossings.ts. */
export interface DocumentOverlap {
  readonly survey1: string;
  readonly survey2: string;
  readonly profile1: string;
  readonly profile2: string;
  readonly t1From: number;
  readonly t1To: number;
  readonly t2From: number;
  readonly t2To: number;
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

/** By survey id and profile id, in ascending order (code units) where we made it. */
export type ByProfile<Value> = ReadonlyMap<string, ReadonlyMap<string, Value>>;

export interface ExchangeDocument {
  readonly coordinates: ByProfile<Positions>;
  readonly intersections: readonly Intersection[];
  /** Samples of the bounding traces by trace index; empty where none were asked for. */
  readonly traces: ByProfile<ReadonlyMap<number, Float32Array>>;
  readonly overlaps: readonly DocumentOverlap[];
}

export const INTERSECTION_NAMES = ['survey1', 'survey2', 'profile1', 'profile2'] as const;
export const INTERSECTION_PLACES = [
  ...['x', 'y'],
  ...['t11x', 't11y', 't12x', 't12y'],
  ...['t21x', 't21y', 't22x', 't22y'],
] as (keyof Intersection)[];
export const INTERSECTION_TRACES = ['t11', 't12', 't21', 't22'] as const;
export const OVERLAP_TRACES = ['t1From', 't1To', 't2From', 't2To'] as const;
export const OVERLAP_PLACES = ['x1', 'y1', 'x2', 'y2'] as const;

/** All of them, in the order of the schema. */
export const INTERSECTION_FIELDS = [
  ...INTERSECTION_NAMES,
  ...['x', 'y'],
  ...['t11', 't11x', 't11y', 't12', 't12x', 't12y'],
  ...['t21', 't21x', 't21y', 't22', 't22x', 't22y'],
] as readonly (keyof Intersection)[];
export const OVERLAP_FIELDS: readonly (keyof DocumentOverlap)[] = [
  ...INTERSECTION_NAMES,
  ...OVERLAP_TRACES,
  ...OVERLAP_PLACES,
];
