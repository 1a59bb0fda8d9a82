/** One correction a line from all crossings: measured, solved, applied, and measured again. */
import { NO_CORRECTION, wrapDegrees, type TieCorrection } from './correction.ts';
import { measureCrossing, type MeasuredTie } from './measure-crossing.ts';
import { closeLoops, type TieLoop } from './network/loop-closure.ts';
import { solveCorrections } from './solve-corrections.ts';
import { createKnots } from './shift-knots.ts';
import { spanForest } from './network/spanning-forest.ts';
import { PreparedCrossing, type TieCrossing, type TieResidual } from './tie-crossing.ts';
import type { TieOptions } from './tie-options.ts';
import type { WarpOptions } from './warp/warp-pair.ts';
import type { TieEstimate } from './estimate/estimate-tie.ts';

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

export interface AdjustedTies {
  readonly gateMs: readonly [from: number, to: number];
  readonly lines: readonly TieCorrection[];
  /** Of each line: lines of one group hang together through crossings that are used. A line without any is alone. */
  readonly groupOf: Int32Array;
  readonly groupCount: number;
  /** As the crossings given. */
  readonly ties: readonly AdjustedTie[];
  /** Places of the ties by what is left of them, the worst first. */
  readonly worst: readonly number[];
  readonly loops: readonly TieLoop[];
}

/** After so many rounds with time-variant shifts another changes the sample's corrections by less than 0.02 ms. */
const ROUNDS = 4;
/** While the shifts of a line vary its crossings look worse than they are. */
const FIRST_QUALITY_SHARE = 0.6;
/** After the first round little is left, and a smaller window mistakes fewer cycles. */
const LATER_SHIFT_MS = 30;
/** The same of shifts that vary, once they were found. */
const LATER_WARP_MS = 8;

export interface AdjustContext {
  /** Crossings that are done with, of all. */
  readonly onProgress?: (done: number, total: number) => void;
  /** Awaited after every crossing, so that other work gets its turn; what it rejects with ends the adjustment. */
  readonly turn?: () => Promise<void>;
}

export async function adjustTies(
  lineCount: number,
  crossings: readonly TieCrossing[],
  options: TieOptions,
  { onProgress = () => undefined, turn }: AdjustContext = {},
): Promise<AdjustedTies> {
  const gateMs = options.gateMs ?? wholeGate(crossings);
  const knots = createKnots(gateMs);
  const rounds = options.warp === null ? 2 : ROUNDS;
  let done = 0;
  const overAll = async <Result>(each: (crossing: PreparedCrossing) => Result): Promise<(Result | null)[]> => {
    const results: (Result | null)[] = [];
    for (const crossing of prepared) {
      results.push(crossing === null ? null : each(crossing));
      done += 1;
      onProgress(Math.floor(done / (rounds + 2)), crossings.length);
      await turn?.();
    }
    return results;
  };
  const prepared = crossings.map((crossing) => PreparedCrossing.from(crossing, gateMs));
  let corrections: readonly TieCorrection[] = Array.from({ length: lineCount }, () => NO_CORRECTION);
  const of = ({ line1, line2 }: PreparedCrossing): readonly [TieCorrection, TieCorrection] => [
    corrections[line1]!,
    corrections[line2]!,
  ];
  const residuals = (maxShiftMs: number): Promise<readonly (TieResidual | null)[]> =>
    overAll((crossing) => crossing.residual(...of(crossing), maxShiftMs));
  const before = await residuals(options.maxShiftMs);
  const estimates = prepared.map(
    (crossing) => crossing?.estimate(NO_CORRECTION, NO_CORRECTION, options.maxShiftMs) ?? null,
  );
  let measured: readonly (MeasuredTie | null)[] = [];
  let trust: readonly number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const isFirst = round === 0;
    const maxShiftMs = isFirst ? options.maxShiftMs : Math.min(options.maxShiftMs, LATER_SHIFT_MS);
    // The first round finds constant shifts, the second all of those that vary, the others what is left of them.
    const isLate = round > 1;
    const warp = isFirst || options.warp === null ? null : lateWarp(options.warp, isLate);
    const least = options.minQuality * (isFirst && options.warp !== null ? FIRST_QUALITY_SHARE : 1);
    measured = await overAll((crossing) =>
      measureCrossing(crossing, of(crossing), { knots, maxShiftMs, warp, times: isLate ? 1 : 2 }),
    );
    ({ corrections, trust } = solveCorrections(lineCount, measured, least, knots, options));
  }
  const after = await residuals(LATER_SHIFT_MS);
  const isUsed = measured.map((tie) => tie !== null && tie.quality >= options.minQuality);
  const ties = crossings.map((_, at): AdjustedTie => ({
    estimate: estimates[at]!,
    quality: measured[at]?.quality ?? 0,
    isUsed: isUsed[at]!,
    trust: trust[at]!,
    before: before[at]!,
    after: after[at]!,
  }));
  const used = [...crossings.keys()].filter((at) => isUsed[at]);
  const { groupOf, groupCount } = spanForest(
    lineCount,
    used.map((at) => ({ ...crossings[at]!, weight: 1 })),
  );
  const loops = closeLoops(
    lineCount,
    used.map((at) => ({ ...crossings[at]!, ...measured[at]!.total })),
  ).map((loop) => ({ ...loop, phaseDeg: wrapDegrees(loop.phaseDeg), ties: loop.ties.map((at) => used[at]!) }));
  const worst = [...ties.keys()].filter((at) => ties[at]!.after !== null);
  worst.sort((a, b) => ties[b]!.after!.difference - ties[a]!.after!.difference);
  return { gateMs, lines: corrections, groupOf, groupCount, ties, worst, loops };
}

const lateWarp = (warp: WarpOptions, isLate: boolean): WarpOptions =>
  isLate ? { ...warp, maxWarpMs: Math.min(warp.maxWarpMs, LATER_WARP_MS) } : warp;

function wholeGate(crossings: readonly TieCrossing[]): readonly [number, number] {
  let [from, to] = [Infinity, -Infinity];
  for (const { trace1, trace2 } of crossings) {
    for (const { startMs, intervalMs, samples } of [trace1, trace2]) {
      from = Math.min(from, startMs);
      to = Math.max(to, startMs + (samples.length - 1) * intervalMs);
    }
  }
  return to > from ? [from, to] : [0, 1];
}
