/** What an adjustment says of the crossings: which are used, how far each is believed, what is left, and which loops stay open. */
import type { TieEstimate } from './estimate/estimate-tie.ts';
import type { MeasuredTie } from './measure-crossing.ts';
import { closeLoops, type TieLoop } from './network/loop-closure.ts';
import { spanForest } from './network/spanning-forest.ts';
import type { JudgedTie, TieCrossing, TieResidual } from './tie-crossing.ts';
import type { TieOptions } from './tie-options.ts';

export interface AdjustedTie {
  /** Null where the traces share too little time, or are dead. */
  readonly estimate: TieEstimate | null;
  /** Of the traces once shift (with time), phase and gain are fitted to each other, whatever the lines' corrections; 0 to 1. */
  readonly quality: number;
  /** Whether it says something of the lines: its quality is enough. */
  readonly isUsed: boolean;
  /** How far the rest of the network believes it: 0 to 1. */
  readonly trust: number;
  /** Before and after the lines' corrections. */
  readonly before: TieResidual | null;
  readonly after: TieResidual | null;
}

export interface TieSummary {
  /** Of each line, its group: lines of one hang together through crossings that are used. A line without any is alone. */
  readonly groupOf: Int32Array;
  readonly groupCount: number;
  /** As the crossings given. */
  readonly ties: readonly AdjustedTie[];
  /** Places of the ties by what is left of them, the worst first. */
  readonly worst: readonly number[];
  /** Of the crossings that are used; their ties are places among all. */
  readonly loops: readonly TieLoop[];
}

export interface TieFindings {
  readonly lineCount: number;
  readonly crossings: readonly TieCrossing[];
  readonly options: TieOptions;
  /** One a crossing, each; null where nothing can be told. */
  readonly before: readonly (JudgedTie | null)[];
  readonly measured: readonly (MeasuredTie | null)[];
  readonly trust: readonly number[];
  readonly after: readonly (JudgedTie | null)[];
}

export function summariseTies({
  lineCount,
  crossings,
  options,
  before,
  measured,
  trust,
  after,
}: TieFindings): TieSummary {
  const isUsed = measured.map(
    (tie, at) => tie !== null && tie.quality >= options.minQuality && !options.rejected.includes(at),
  );
  const ties = crossings.map((_, at): AdjustedTie => ({
    estimate: before[at]?.estimate ?? null,
    quality: measured[at]?.quality ?? 0,
    isUsed: isUsed[at]!,
    trust: trust[at]!,
    before: before[at]?.residual ?? null,
    after: after[at]?.residual ?? null,
  }));
  const used = [...crossings.keys()].filter((at) => isUsed[at]);
  const joined = used.map((at) => ({ ...lineNumbers(crossings[at]!), ...measured[at]!.total, weight: 1 }));
  const { groupOf, groupCount } = spanForest(lineCount, joined);
  const loops = closeLoops(lineCount, joined).map((loop) => ({ ...loop, ties: loop.ties.map((at) => used[at]!) }));
  const worst = [...ties.keys()].filter((at) => ties[at]!.after !== null);
  worst.sort((a, b) => ties[b]!.after!.difference - ties[a]!.after!.difference);
  return { groupOf, groupCount, ties, worst, loops };
}

const lineNumbers = ({ line1, line2 }: TieCrossing): Pick<TieCrossing, 'line1' | 'line2'> => ({ line1, line2 });
