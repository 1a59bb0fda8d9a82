/** The ties of the open lines as the document that `crossline ties` writes. */
import type { IdentifiedLine } from '../../../shared/crossing-calls.ts';
import type { Intersection } from '../../../shared/exchange/exchange-document.ts';
import type { OpenTies } from '../../../shared/tie-calls.ts';
import { createTieDocument, type TieDocument } from '../../../shared/ties/tie-document.ts';
import type { ProfileBoard } from '../../engine-client/profile-board.ts';
import { profileKey } from '../../state/crossings/crossing-at.ts';
import { isReference, type TieChoices } from '../../state/ties/tie-choices.ts';

/** A line that was closed meanwhile keeps its own ids, and its traces have no coordinates. */
export function openTieDocument(
  { profiles, crossings, ties }: OpenTies,
  choices: TieChoices,
  identified: readonly IdentifiedLine[],
  positions: Pick<ProfileBoard, 'find'>,
): TieDocument {
  const ids = new Map(identified.map((line) => [profileKey(line), line.document]));
  const lines = profiles.map((profile) => ({
    name: profile.name,
    ...(ids.get(profileKey(profile)) ?? { survey: profile.surveyId, profile: String(profile.line) }),
  }));
  const traces = profiles.map(({ surveyId, line }) => positions.find(surveyId, line));
  const intersections = ties.ties.map((_, at): Intersection => {
    const [one, other] = [crossings.profile1[at]!, crossings.profile2[at]!];
    const [t11, t12] = [crossings.t11[at]!, crossings.t12[at]!];
    const [t21, t22] = [crossings.t21[at]!, crossings.t22[at]!];
    const x = (line: number, trace: number): number => traces[line]?.x[trace] ?? NaN;
    const y = (line: number, trace: number): number => traces[line]?.y[trace] ?? NaN;
    return {
      survey1: lines[one]!.survey,
      survey2: lines[other]!.survey,
      profile1: lines[one]!.profile,
      profile2: lines[other]!.profile,
      x: crossings.x[at]!,
      y: crossings.y[at]!,
      ...{ t11, t11x: x(one, t11), t11y: y(one, t11), t12, t12x: x(one, t12), t12y: y(one, t12) },
      ...{ t21, t21x: x(other, t21), t21y: y(other, t21), t22, t22x: x(other, t22), t22y: y(other, t22) },
    };
  });
  return createTieDocument(
    {
      lines,
      references: [...profiles.keys()].filter((at) => isReference(choices, profiles[at]!)),
      crossings: ties.ties.map((_, at) => ({ line1: crossings.profile1[at]!, line2: crossings.profile2[at]! })),
      intersections,
    },
    ties,
  );
}
