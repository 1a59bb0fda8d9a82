/** Ties for tests. */
import type { OpenTies } from '../../../shared/tie-calls.ts';
import { NO_CORRECTION } from '../../../shared/ties/correction.ts';
import type { AdjustedTie } from '../../../shared/ties/summarise-ties.ts';
import type { TieResidual } from '../../../shared/ties/tie-crossing.ts';
import { foundCrossings } from './found-crossings.ts';

const residual = (difference: number): TieResidual => ({ shiftMs: 10 * difference, phaseDeg: 0, gain: 1, quality: 0.9, difference }); // prettier-ignore

/** @param difference before the adjustment; a tenth is left. Null: nothing can be told. */
export const adjustedTie = (difference: number | null, isUsed = difference !== null): AdjustedTie => ({
  estimate: null,
  quality: 0.9,
  isUsed,
  trust: 1,
  before: difference === null ? null : residual(difference),
  after: difference === null ? null : residual(difference / 10),
});

/** Lines A to D; each tie joins two of them at traces 5 and 7. */
export function openTies(
  pairs: readonly (readonly [line1: number, line2: number])[],
  ties: readonly AdjustedTie[],
  groupOf: readonly number[],
): OpenTies {
  const { profiles, crossings } = foundCrossings(
    pairs.map(([one, other]) => [one, other, 5, 7]),
    ['a', 'b', 'c', 'd'],
  );
  const left = (at: number): number => ties[at]!.after?.difference ?? -1;
  return {
    profiles,
    crossings,
    ties: {
      gateMs: [0, 3000],
      lines: profiles.map((_, at) => ({ ...NO_CORRECTION, shiftMs: at, shiftCurve: [[0, at], [3000, -2 * at]] })), // prettier-ignore
      groupOf: Int32Array.from(groupOf),
      groupCount: new Set(groupOf).size,
      ties,
      worst: [...ties.keys()].filter((at) => ties[at]!.after !== null).sort((a, b) => left(b) - left(a)),
      loops: [],
    },
    notes: [],
    readCount: 0,
    engineMs: 1,
  };
}
