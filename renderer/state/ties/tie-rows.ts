/** The rows of both tables of ties: lines with their corrections, and crossings, the worst first. */
import type { CrossingProfile } from '../../../shared/crossing-calls.ts';
import type { OpenTies, TiePlace } from '../../../shared/tie-calls.ts';
import type { TieCorrection } from '../../../shared/ties/correction.ts';
import type { AdjustedTie } from '../../../shared/ties/summarise-ties.ts';
import { isReference, isRejected, type TieChoices } from './tie-choices.ts';
import { tiePlace } from './tie-at.ts';

export interface TieLineRow {
  readonly profile: CrossingProfile;
  readonly correction: TieCorrection;
  /** Greatest deviation of its shift curve from the constant shift, in ms. */
  readonly mostCurveMs: number;
  /** Crossings that are used, of all it has. */
  readonly usedCount: number;
  readonly crossingCount: number;
  readonly group: number;
  readonly isReference: boolean;
}

export interface TieRow {
  /** Place among the ties. */
  readonly index: number;
  /** From 1, the worst; null where nothing can be told. */
  readonly rank: number | null;
  readonly place: TiePlace;
  readonly line1: string;
  readonly line2: string;
  readonly tie: AdjustedTie;
  readonly isRejected: boolean;
}

export function tieLineRows({ profiles, crossings, ties }: OpenTies, choices: TieChoices): readonly TieLineRow[] {
  const used = new Uint32Array(profiles.length);
  const all = new Uint32Array(profiles.length);
  ties.ties.forEach(({ isUsed }, tie) => {
    for (const line of [crossings.profile1[tie]!, crossings.profile2[tie]!]) {
      all[line]! += 1;
      if (isUsed) used[line]! += 1;
    }
  });
  return profiles.map((profile, at) => ({
    profile,
    correction: ties.lines[at]!,
    mostCurveMs: ties.lines[at]!.shiftCurve.reduce((most, [, ms]) => Math.max(most, Math.abs(ms)), 0),
    usedCount: used[at]!,
    crossingCount: all[at]!,
    group: ties.groupOf[at]!,
    isReference: isReference(choices, profile),
  }));
}

/** In the order of `worst`; those of which nothing can be told come last. */
export function tieRows(open: OpenTies, choices: TieChoices): readonly TieRow[] {
  const { profiles, crossings, ties } = open;
  const ranked = new Set(ties.worst);
  const silent = [...ties.ties.keys()].filter((tie) => !ranked.has(tie));
  return [...ties.worst, ...silent].map((index, at) => {
    const place = tiePlace(open, index);
    return {
      index,
      rank: at < ties.worst.length ? at + 1 : null,
      place,
      line1: profiles[crossings.profile1[index]!]!.name,
      line2: profiles[crossings.profile2[index]!]!.name,
      tie: ties.ties[index]!,
      isRejected: isRejected(choices, place),
    };
  });
}

/** What is to be known before the corrections are used: lines that nothing ties, and groups that hang together by nothing. */
export function groupNotes(rows: readonly TieLineRow[]): readonly string[] {
  const groups = new Map<number, TieLineRow[]>();
  for (const row of rows) groups.set(row.group, [...(groups.get(row.group) ?? []), row]);
  const alone = [...groups.values()].filter(({ length }) => length === 1).map(([row]) => row!.profile.name);
  const joined = [...groups.values()].filter(({ length }) => length > 1);
  return [
    ...(joined.length > 1
      ? [
          `${joined.length} groups of lines are tied each by itself, since no crossing that is used joins them: ` +
            `${joined.map((members) => members.map(({ profile }) => profile.name).join(', ')).join('; ')}.`,
        ]
      : []),
    ...(alone.length > 0 ? [`No crossing that is used ties ${alone.join(', ')}: not corrected.`] : []),
  ];
}
