/** From segments that meet to crossings: sorted, one for each pair of profiles and place, none where they overlap. */
import type { Crossings } from './crossings.ts';
import { comparePlaces, ExactPlace } from './exact-place.ts';
import type { SegmentPairs } from './meetings.ts';
import { OverlapCover } from './overlap-cover.ts';
import type { OverlapPiece } from './overlap-pieces.ts';
import { firstTrace, lastTrace, type Segments } from './segments.ts';

/** @param pieces along the first profiles */
export function settleCrossings(segments: Segments, pairs: SegmentPairs, pieces: readonly OverlapPiece[]): Crossings {
  const { profileOf } = segments;
  const order = sortedPairs(segments, pairs);
  const cover = new OverlapCover(segments, pieces);
  const settled = emptyCrossings(order.length);
  let count = 0;
  for (let at = 0; at < order.length;) {
    const [p, q] = [profileOf[pairs.first[order[at]!]!]!, profileOf[pairs.second[order[at]!]!]!];
    const places: ExactPlace[] = [];
    for (; at < order.length; at += 1) {
      const [a, b] = [pairs.first[order[at]!]!, pairs.second[order[at]!]!];
      if (profileOf[a] !== p || profileOf[b] !== q) break;
      const last = places.at(-1);
      // A pair may have been found more than once.
      if (last?.a !== a || last.b !== b) places.push(new ExactPlace(segments, a, b));
    }
    for (const place of distinctPlaces(cover.uncovered(p, q, places))) {
      writeCrossing(settled, count, segments, place);
      count += 1;
    }
  }
  return firstCrossings(settled, count);
}

/** By profiles, then segments. */
function sortedPairs({ profileOf }: Segments, { first, second }: SegmentPairs): Uint32Array {
  const order = new Uint32Array(first.length);
  for (let i = 0; i < order.length; i += 1) order[i] = i;
  return order.sort((i, j) => {
    const [a, b, c, d] = [first[i]!, second[i]!, first[j]!, second[j]!];
    return profileOf[a]! - profileOf[c]! || profileOf[b]! - profileOf[d]! || a - c || b - d;
  });
}

/** Of those at one place, to which a profile comes more than once, the first. */
function distinctPlaces(places: readonly ExactPlace[]): readonly ExactPlace[] {
  if (places.length < 2) return places;
  const byPlace = places.map((_, i) => i).sort((i, j) => comparePlaces(places[i]!, places[j]!) || i - j);
  const isRepeated = new Uint8Array(places.length);
  for (let at = 1; at < byPlace.length; at += 1) {
    const [before, i] = [byPlace[at - 1]!, byPlace[at]!];
    if (comparePlaces(places[before]!, places[i]!) === 0) isRepeated[i] = 1;
  }
  return places.filter((_, i) => isRepeated[i] === 0);
}

function emptyCrossings(count: number): Crossings {
  return {
    profile1: new Uint32Array(count),
    profile2: new Uint32Array(count),
    x: new Float64Array(count),
    y: new Float64Array(count),
    t11: new Uint32Array(count),
    t12: new Uint32Array(count),
    t21: new Uint32Array(count),
    t22: new Uint32Array(count),
  };
}

function writeCrossing(into: Crossings, at: number, segments: Segments, { a, b, x, y }: ExactPlace): void {
  into.profile1[at] = segments.profileOf[a]!;
  into.profile2[at] = segments.profileOf[b]!;
  into.x[at] = x;
  into.y[at] = y;
  into.t11[at] = lastTrace(segments, a);
  into.t12[at] = firstTrace(segments, a + 1);
  into.t21[at] = lastTrace(segments, b);
  into.t22[at] = firstTrace(segments, b + 1);
}

const firstCrossings = (all: Crossings, count: number): Crossings => ({
  profile1: all.profile1.slice(0, count),
  profile2: all.profile2.slice(0, count),
  x: all.x.slice(0, count),
  y: all.y.slice(0, count),
  t11: all.t11.slice(0, count),
  t12: all.t12.slice(0, count),
  t21: all.t21.slice(0, count),
  t22: all.t22.slice(0, count),
});
