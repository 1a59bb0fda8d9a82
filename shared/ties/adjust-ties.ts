/** One correction a line from all crossings: measured, solved, applied, and measured again. */
import { NO_CORRECTION, type TieCorrection } from './correction.ts';
import { measureCrossing, type MeasuredTie } from './measure-crossing.ts';
import { solveCorrections } from './solve-corrections.ts';
import { createKnots } from './shift-knots.ts';
import { summariseTies, type TieSummary } from './summarise-ties.ts';
import { PreparedCrossing, type JudgedTie, type TieCrossing } from './tie-crossing.ts';
import type { TieOptions } from './tie-options.ts';
import type { WarpOptions } from './warp/warp-pair.ts';

export interface AdjustedTies extends TieSummary {
  readonly gateMs: readonly [from: number, to: number];
  readonly lines: readonly TieCorrection[];
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
  const judge = (maxShiftMs: number): Promise<readonly (JudgedTie | null)[]> =>
    overAll((crossing) => crossing.judge(...of(crossing), maxShiftMs));
  const before = await judge(options.maxShiftMs);
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
    const accepted = measured.map((tie, at) => (options.rejected.includes(at) ? null : tie));
    ({ corrections, trust } = solveCorrections(lineCount, accepted, least, knots, options));
  }
  const after = await judge(LATER_SHIFT_MS);
  return {
    gateMs,
    lines: corrections,
    ...summariseTies({ lineCount, crossings, options, before, measured, trust, after }),
  };
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
