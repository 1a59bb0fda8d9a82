/** Single crossings of what was tied, and the same places among the crossings that are shown. */
import type { OpenTies, TiePlace } from '../../../shared/tie-calls.ts';
import { crossingAt, crossingCount, type CrossingRef, type FoundPlaces } from '../crossings/crossing-at.ts';
import { placeKey } from './tie-choices.ts';

type Crossed = Pick<FoundPlaces, 'profiles' | 'crossings'>;

export function tiePlace({ profiles, crossings }: Crossed, index: number): TiePlace {
  const { profile1, profile2, t11, t21 } = crossingAt({ profiles, crossings, overlaps: [] }, index);
  const line = ({ surveyId, line: at }: typeof profile1) => ({ surveyId, line: at });
  return { line1: line(profile1), line2: line(profile2), t11, t21 };
}

/** Of each tie, the crossing of those found; null where it is not among them, e.g. in an imported document. */
export function refsOfTies(
  open: Pick<OpenTies, 'profiles' | 'crossings'>,
  found: FoundPlaces | null,
): readonly (CrossingRef | null)[] {
  const places = new Map<string, number>();
  for (let index = 0; found !== null && index < crossingCount(found); index += 1) {
    places.set(placeKey(tiePlace(found, index)), index);
  }
  return Array.from(open.crossings.x, (_, tie) => {
    const index = places.get(placeKey(tiePlace(open, tie)));
    return index === undefined ? null : { kind: 'crossing', index };
  });
}
