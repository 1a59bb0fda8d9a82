/** Ties as they are written: one JSON document, whose lines are the correction (`TieCorrection`). */
import type { Intersection } from '../exchange/exchange-document.ts';
import type { AdjustedTies } from './adjust-ties.ts';
import type { TieCorrection } from './correction.ts';
import type { TieEstimate } from './estimate/estimate-tie.ts';
import type { TieCrossing, TieResidual } from './tie-crossing.ts';

export interface TiedLine extends TieCorrection {
  /** Profile id, as in the document of crossings. */
  readonly id: string;
  readonly name: string;
  /** Survey id. */
  readonly survey: string;
  readonly isReference: boolean;
  /** Lines of one group hang together through crossings that are used. */
  readonly group: number;
  /** Crossings with it that are used. */
  readonly crossings: number;
}

/** Estimates and residuals: the correction that line 1 would need if line 2 were right. */
export interface TiedCrossing extends Intersection {
  readonly line1: string;
  readonly line2: string;
  /** Of the raw traces; null where they share too little. */
  readonly estimate: TieEstimate | null;
  readonly quality: number;
  readonly isUsed: boolean;
  readonly trust: number;
  /** From 1, the worst: by what is left of the difference. Null where nothing can be told. */
  readonly rank: number | null;
  readonly residualBefore: TieResidual | null;
  readonly residualAfter: TieResidual | null;
}

export interface TieDocument {
  readonly gateMs: readonly [from: number, to: number];
  readonly groups: number;
  readonly lines: readonly TiedLine[];
  readonly crossings: readonly TiedCrossing[];
  /** Loops of lines and how far they are from closing, the worst first; `crossings` are places in the list above. */
  readonly loops: readonly {
    readonly crossings: readonly number[];
    readonly shiftMs: number;
    readonly phaseDeg: number;
    readonly gain: number;
  }[];
}

export interface TieNames {
  /** As the lines of the adjustment. */
  readonly lines: readonly { readonly profile: string; readonly survey: string; readonly name: string }[];
  readonly references: readonly number[];
  /** As its crossings. */
  readonly crossings: readonly Pick<TieCrossing, 'line1' | 'line2'>[];
  readonly intersections: readonly Intersection[];
}

export function createTieDocument(names: TieNames, ties: AdjustedTies): TieDocument {
  const rankOf = new Map(ties.worst.map((at, rank) => [at, rank + 1]));
  const usedAt = (line: number): number =>
    names.crossings.filter(({ line1, line2 }, at) => ties.ties[at]!.isUsed && (line1 === line || line2 === line))
      .length;
  return {
    gateMs: ties.gateMs,
    groups: ties.groupCount,
    lines: names.lines.map(({ profile, survey, name }, at) => ({
      id: profile,
      name,
      ...ties.lines[at]!,
      survey,
      isReference: names.references.includes(at),
      group: ties.groupOf[at]!,
      crossings: usedAt(at),
    })),
    crossings: names.crossings.map((crossing, at) => {
      const { estimate, quality, isUsed, trust, before, after } = ties.ties[at]!;
      return {
        ...names.intersections[at]!,
        line1: names.lines[crossing.line1]!.name,
        line2: names.lines[crossing.line2]!.name,
        estimate,
        quality,
        isUsed,
        trust,
        rank: rankOf.get(at) ?? null,
        residualBefore: before,
        residualAfter: after,
      };
    }),
    loops: ties.loops.map(({ ties: crossings, shiftMs, phaseDeg, gain }) => ({ crossings, shiftMs, phaseDeg, gain })),
  };
}
