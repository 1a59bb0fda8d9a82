/** The crossings of one line, as its section marks them. */
import type { CrossingProfile } from '../../../shared/crossing-calls.ts';
import { profileKey, type CrossingRef } from './crossing-at.ts';
import type { ListedCrossings } from './crossing-rows.ts';

export interface CrossingOnLine {
  readonly ref: CrossingRef;
  /** The other line; the line itself where it crosses itself. */
  readonly name: string;
  /** Place along the line in traces, between two of them. */
  readonly at: number;
  /** Of an overlap: where it ends; else as `at`. */
  readonly to: number;
}

/** In the order of the line's traces. A self-crossing is there twice, at both of its places. */
export function crossingsOnLine(
  { profiles, crossings, places, overlaps }: ListedCrossings,
  line: Pick<CrossingProfile, 'surveyId' | 'line'>,
): readonly CrossingOnLine[] {
  const key = profileKey(line);
  const own = profiles.findIndex((profile) => profileKey(profile) === key);
  if (own < 0) return [];
  const marks: CrossingOnLine[] = [];
  const mark = (ref: CrossingRef, other: number, at: number, to: number): void =>
    void marks.push({ ref, name: profiles[other]!.name, at: Math.min(at, to), to: Math.max(at, to) });
  for (let index = 0; index < crossings.x.length; index += 1) {
    const [first, second] = [crossings.profile1[index]!, crossings.profile2[index]!];
    const ref: CrossingRef = { kind: 'crossing', index };
    if (first === own) mark(ref, second, places.at1[index]!, places.at1[index]!);
    if (second === own) mark(ref, first, places.at2[index]!, places.at2[index]!);
  }
  overlaps.forEach(({ profile1, profile2, t1From, t1To, t2From, t2To }, index) => {
    const ref: CrossingRef = { kind: 'overlap', index };
    if (profile1 === own) mark(ref, profile2, t1From, t1To);
    if (profile2 === own) mark(ref, profile1, t2From, t2To);
  });
  return marks.sort((a, b) => a.at - b.at);
}
