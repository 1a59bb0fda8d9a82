/** Crossings that were found before, with those of profiles that came since: what has not changed is not searched again. */
import type { Crossings, Overlap } from './crossings.ts';

export interface KnownCrossings {
  readonly crossings: Crossings;
  readonly overlaps: readonly Overlap[];
}

export const NO_CROSSINGS: KnownCrossings = {
  crossings: {
    profile1: new Uint32Array(0),
    profile2: new Uint32Array(0),
    x: new Float64Array(0),
    y: new Float64Array(0),
    t11: new Uint32Array(0),
    t12: new Uint32Array(0),
    t21: new Uint32Array(0),
    t22: new Uint32Array(0),
  },
  overlaps: [],
};

/**
 * @param placeOf where each profile of `before` is now; -1 where it is gone. Those that are left must follow each other as
 * before, since the order of a pair decides about traces and rounding
 * @param found of all pairs with a profile that `before` does not have
 */
export function mergeCrossings(before: KnownCrossings, placeOf: Int32Array, found: KnownCrossings): KnownCrossings {
  const isLeft = (p: number, q: number): boolean => placeOf[p]! >= 0 && placeOf[q]! >= 0;
  const kept = Array.from(before.crossings.profile1, (_, i) => i).filter((i) =>
    isLeft(before.crossings.profile1[i]!, before.crossings.profile2[i]!),
  );
  const overlaps = before.overlaps
    .filter(({ profile1, profile2 }) => isLeft(profile1, profile2))
    .map((each) => ({ ...each, profile1: placeOf[each.profile1]!, profile2: placeOf[each.profile2]! }));
  return {
    crossings: joined(before.crossings, kept, placeOf, found.crossings),
    overlaps: [...overlaps, ...found.overlaps].sort(
      (a, b) => a.profile1 - b.profile1 || a.profile2 - b.profile2 || a.t1From - b.t1From || a.t2From - b.t2From,
    ),
  };
}

function joined(before: Crossings, kept: readonly number[], placeOf: Int32Array, found: Crossings): Crossings {
  const profile1 = Uint32Array.from([...kept.map((i) => placeOf[before.profile1[i]!]!), ...found.profile1]);
  const profile2 = Uint32Array.from([...kept.map((i) => placeOf[before.profile2[i]!]!), ...found.profile2]);
  const order = new Uint32Array(profile1.length);
  for (let i = 0; i < order.length; i += 1) order[i] = i;
  // Both parts are sorted, and no pair of profiles is in both: a stable sort by the pairs leaves their traces in order.
  order.sort((i, j) => profile1[i]! - profile1[j]! || profile2[i]! - profile2[j]! || i - j);
  const valuesOf = (name: 'x' | 'y' | 't11' | 't12' | 't21' | 't22') => (at: number) =>
    at < kept.length ? before[name][kept[at]!]! : found[name][at - kept.length]!;
  const traces = (name: 't11' | 't12' | 't21' | 't22'): Uint32Array => Uint32Array.from(order, valuesOf(name));
  const places = (name: 'x' | 'y'): Float64Array => Float64Array.from(order, valuesOf(name));
  return {
    profile1: Uint32Array.from(order, (i) => profile1[i]!),
    profile2: Uint32Array.from(order, (i) => profile2[i]!),
    x: places('x'),
    y: places('y'),
    t11: traces('t11'),
    t12: traces('t12'),
    t21: traces('t21'),
    t22: traces('t22'),
  };
}
