/** The document of crossings that were found. */
import type { FoundCrossings } from '../geometry/crossings/find-crossings.ts';
import type { ProfileLines } from '../geometry/crossings/profile-lines.ts';
import type { ByProfile, DocumentOverlap, ExchangeDocument, Intersection, Positions } from './exchange-document.ts';

export interface ProfileId {
  readonly survey: string;
  readonly profile: string;
}

/** By survey id, then profile id, in code units: the order that the crossings of a document are sorted by. */
export const compareProfileIds = (a: ProfileId, b: ProfileId): number =>
  compareText(a.survey, b.survey) || compareText(a.profile, b.profile);

const compareText = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);

/** @param ids of the profiles of `lines`, ascending by `compareProfileIds` */
export function createDocument(
  ids: readonly ProfileId[],
  lines: ProfileLines,
  { crossings, overlaps }: Pick<FoundCrossings, 'crossings' | 'overlaps'>,
): ExchangeDocument {
  const { x, y, starts } = lines;
  const namesOf = (p: number, q: number) => ({
    survey1: ids[p]!.survey,
    survey2: ids[q]!.survey,
    profile1: ids[p]!.profile,
    profile2: ids[q]!.profile,
  });
  const intersections = Array.from(crossings.x, (_, i): Intersection => {
    const [p, q] = [crossings.profile1[i]!, crossings.profile2[i]!];
    const [t11, t12] = [crossings.t11[i]!, crossings.t12[i]!];
    const [t21, t22] = [crossings.t21[i]!, crossings.t22[i]!];
    const [first, second] = [starts[p]!, starts[q]!];
    return {
      ...namesOf(p, q),
      x: crossings.x[i]!,
      y: crossings.y[i]!,
      ...{ t11, t11x: x[first + t11]!, t11y: y[first + t11]! },
      ...{ t12, t12x: x[first + t12]!, t12y: y[first + t12]! },
      ...{ t21, t21x: x[second + t21]!, t21y: y[second + t21]! },
      ...{ t22, t22x: x[second + t22]!, t22y: y[second + t22]! },
    };
  });
  return {
    coordinates: coordinatesOf(ids, lines),
    intersections,
    traces: new Map(),
    overlaps: overlaps.map(({ profile1, profile2, ...rest }): DocumentOverlap => ({
      ...namesOf(profile1, profile2),
      ...rest,
    })),
  };
}

function coordinatesOf(ids: readonly ProfileId[], { x, y, starts }: ProfileLines): ByProfile<Positions> {
  const coordinates = new Map<string, Map<string, Positions>>();
  ids.forEach(({ survey, profile }, p) => {
    const positions = new Float64Array(2 * (starts[p + 1]! - starts[p]!));
    for (let i = 0; 2 * i < positions.length; i += 1) {
      positions[2 * i] = x[starts[p]! + i]!;
      positions[2 * i + 1] = y[starts[p]! + i]!;
    }
    const profiles = coordinates.get(survey) ?? new Map<string, Positions>();
    coordinates.set(survey, profiles.set(profile, positions));
  });
  return coordinates;
}
