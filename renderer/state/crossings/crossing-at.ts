/** Single crossings and overlaps of what was found, with their lines by name. */
import type { CrossingProfile, OpenCrossings } from '../../../shared/crossing-calls.ts';
import type { Overlap } from '../../../shared/geometry/crossings/crossings.ts';
import type { SurveyId } from '../../../shared/survey.ts';
import type { LineIndex } from '../../../shared/units.ts';

/** One place of those found: counts `OpenCrossings.crossings` or `OpenCrossings.overlaps`. */
export interface CrossingRef {
  readonly kind: 'crossing' | 'overlap';
  readonly index: number;
}

/** Coordinates are in the unit of the surveys; traces count along their line. */
export interface CrossingAt {
  readonly profile1: CrossingProfile;
  readonly profile2: CrossingProfile;
  readonly x: number;
  readonly y: number;
  readonly t11: number;
  readonly t12: number;
  readonly t21: number;
  readonly t22: number;
}

/** An overlap with its lines by name. */
export interface OverlapAt extends Omit<Overlap, 'profile1' | 'profile2'> {
  readonly profile1: CrossingProfile;
  readonly profile2: CrossingProfile;
}

/** Wherever they come from. */
export type FoundPlaces = Pick<OpenCrossings, 'profiles' | 'crossings' | 'overlaps'>;

export const crossingCount = ({ crossings }: FoundPlaces): number => crossings.x.length;

export function crossingAt({ profiles, crossings }: FoundPlaces, index: number): CrossingAt {
  return {
    profile1: profiles[crossings.profile1[index]!]!,
    profile2: profiles[crossings.profile2[index]!]!,
    x: crossings.x[index]!,
    y: crossings.y[index]!,
    t11: crossings.t11[index]!,
    t12: crossings.t12[index]!,
    t21: crossings.t21[index]!,
    t22: crossings.t22[index]!,
  };
}

export function overlapAt({ profiles, overlaps }: FoundPlaces, index: number): OverlapAt {
  const overlap = overlaps[index]!;
  return { ...overlap, profile1: profiles[overlap.profile1]!, profile2: profiles[overlap.profile2]! };
}

export const isSameRef = (a: CrossingRef | null, b: CrossingRef | null): boolean =>
  a === b || (a !== null && b !== null && a.kind === b.kind && a.index === b.index);

/** Tells a line from all others that are open. */
export const profileKey = ({ surveyId, line }: { readonly surveyId: SurveyId; readonly line: LineIndex }): string =>
  `${surveyId}#${line}`;

/** Whether a `profileKey` is that of a line of the survey. */
export const isLineOf = (key: string, surveyId: SurveyId): boolean => key.startsWith(`${surveyId}#`);

/**
 * The same place in what was found since; null where one of its lines is gone, or where they no longer meet there. A new engine
 * gives its surveys other ids: there the names of the lines tell.
 */
export function refIn(found: FoundPlaces, earlier: FoundPlaces, ref: CrossingRef): CrossingRef | null {
  return sameRef(found, earlier, ref, profileKey) ?? sameRef(found, earlier, ref, ({ name }) => name);
}

type LineKey = (profile: CrossingProfile) => string;

function sameRef(found: FoundPlaces, earlier: FoundPlaces, ref: CrossingRef, lineKey: LineKey): CrossingRef | null {
  const wanted = keyOf(earlier, ref, lineKey);
  const count = ref.kind === 'crossing' ? crossingCount(found) : found.overlaps.length;
  for (let index = 0; index < count; index += 1) {
    if (keyOf(found, { kind: ref.kind, index }, lineKey) === wanted) return { kind: ref.kind, index };
  }
  return null;
}

function keyOf(found: FoundPlaces, { kind, index }: CrossingRef, lineKey: LineKey): string {
  const { profile1, profile2, ...at } = kind === 'crossing' ? crossingAt(found, index) : overlapAt(found, index);
  const [first, second] = 't11' in at ? [at.t11, at.t21] : [at.t1From, at.t2From];
  return `${lineKey(profile1)} ${first} ${lineKey(profile2)} ${second}`;
}
