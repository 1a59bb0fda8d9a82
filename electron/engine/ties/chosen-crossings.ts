import type { Crossings } from '../../../shared/geometry/crossings/crossings.ts';

/** Some of the crossings, in the order of their places. */
export function chosenCrossings(crossings: Crossings, places: readonly number[]): Crossings {
  const { profile1, profile2, x, y, t11, t12, t21, t22 } = crossings;
  const whole = (from: Uint32Array): Uint32Array => Uint32Array.from(places, (at) => from[at]!);
  const exact = (from: Float64Array): Float64Array => Float64Array.from(places, (at) => from[at]!);
  return {
    ...{ profile1: whole(profile1), profile2: whole(profile2), x: exact(x), y: exact(y) },
    ...{ t11: whole(t11), t12: whole(t12), t21: whole(t21), t22: whole(t22) },
  };
}
