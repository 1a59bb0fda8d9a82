/** What two header words, taken for inline and crossline numbers, make of the headers looked at. */
import type { LineAxis } from '../../../../shared/axes.ts';
import { lineAxisFromNumbers } from '../line-axis.ts';
import { proposeRegularCube, type LineNumbers } from '../regular-cube.ts';

/** `ProbeColumns` is one. */
export interface HeadersLookedAt {
  /** 0-based and ascending, from the file's first to its last. */
  readonly traces: readonly number[];
  /** Of the whole file. */
  readonly traceCount: number;
  /** Positions in `traces` whose next trace is in them too. */
  readonly neighbours: readonly number[];
}

export interface LinesEvidence {
  /**
   * `complete`: every header has just the numbers that its place in a complete grid demands. `partial`: the numbers span a
   * grid that has room for the traces. `gathers`: neighbours share positions of a grid, several traces each.
   */
  readonly kind: 'complete' | 'partial' | 'gathers';
  /** As far as the headers looked at reach. */
  readonly inline: LineAxis;
  readonly crossline: LineAxis;
  /** Share of the grid's positions that the file's traces fill if each has one of its own. */
  readonly filledShare: number;
  /** 0 to 1. */
  readonly score: number;
}

/** Line numbers of real surveys have at most seven digits; larger words are coordinates, times or floats. */
const LARGEST_NUMBER = 10_000_000;
/** A grid emptier than this shows no more than that two words vary. */
const LEAST_FILLED_SHARE = 0.1;
/** The axes of a few headers may fall short of the file's by so much. */
const MOST_FILLED_SHARE = 1.25;
/** More headers on one position are gathers. */
const LEAST_DISTINCT_SHARE = 0.95;
/** Two traces a position leave half of the neighbours together. */
const LEAST_SHARED = 0.4;
const FEWEST_NEIGHBOURS = 8;
/** Few headers cannot show how full the positions are. */
const GATHERS_SCORE = 0.75;
/** Fewer headers with numbers show nothing. */
const LEAST_NUMBERED = 4;

/**
 * Null where they make no grid of at least two lines each way.
 */
export function linesEvidence(
  inline: Float64Array,
  crossline: Float64Array,
  { traces, traceCount, neighbours }: HeadersLookedAt,
): LinesEvidence | null {
  if (!isLineLike(inline) || !isLineLike(crossline)) return null;
  return completeGrid(inline, crossline, traces, traceCount) ?? partialGrid(inline, crossline, traceCount, neighbours);
}

/** Whole numbers that vary, none too large. */
export function isLineLike(numbers: Float64Array): boolean {
  let varies = false;
  for (const number of numbers) {
    if (!Number.isInteger(number) || Math.abs(number) > LARGEST_NUMBER) return false;
    if (number !== numbers[0]) varies = true;
  }
  return varies;
}

function completeGrid(
  inline: Float64Array,
  crossline: Float64Array,
  traces: readonly number[],
  traceCount: number,
): LinesEvidence | null {
  const at = (i: number): LineNumbers => ({ inline: inline[i]!, crossline: crossline[i]! });
  if (traces.length < LEAST_NUMBERED || traces[1] !== 1) return null;
  const cube = proposeRegularCube(at(0), at(1), at(traces.length - 1), traceCount);
  if (cube === null || cube.inline.count < 2 || cube.crossline.count < 2) return null;
  const fits = traces.every((trace, i) => {
    const expected = cube.lineNumbersOf(trace);
    return expected.inline === inline[i] && expected.crossline === crossline[i];
  });
  if (!fits) return null;
  return { kind: 'complete', inline: cube.inline, crossline: cube.crossline, filledShare: 1, score: 1 };
}

function partialGrid(
  inline: Float64Array,
  crossline: Float64Array,
  traceCount: number,
  neighbours: readonly number[],
): LinesEvidence | null {
  const wild = [wildNumbers(inline), wildNumbers(crossline)];
  const numbered = [...inline.keys()].filter(
    (i) => (inline[i] !== 0 || crossline[i] !== 0) && wild.every((isWild) => !isWild(i)),
  );
  if (numbered.length < LEAST_NUMBERED) return null;
  const axes = {
    inline: lineAxisFromNumbers(numbered.map((i) => inline[i]!)),
    crossline: lineAxisFromNumbers(numbered.map((i) => crossline[i]!)),
  };
  if (axes.inline.count < 2 || axes.crossline.count < 2) return null;
  const numberedShare = numbered.length / inline.length;
  const filledShare = (traceCount * numberedShare) / (axes.inline.count * axes.crossline.count);
  if (filledShare < LEAST_FILLED_SHARE) return null;
  const sorting = Math.max(
    steadyShare(numbered.map((i) => inline[i]!)),
    steadyShare(numbered.map((i) => crossline[i]!)),
  );
  // A file sorted by neither word is seldom a survey.
  const order = numberedShare * (0.5 + 0.5 * sorting);
  const distinct = new Set(numbered.map((i) => `${inline[i]},${crossline[i]}`)).size / numbered.length;
  const filled = Math.min(1, filledShare);
  if (filledShare <= MOST_FILLED_SHARE && distinct >= LEAST_DISTINCT_SHARE) {
    // Half for a grid at all, the rest by how full it is.
    return { kind: 'partial', ...axes, filledShare: filled, score: (0.5 + 0.4 * filled) * order };
  }
  const shared = neighbours.filter((i) => inline[i] === inline[i + 1] && crossline[i] === crossline[i + 1]).length;
  const areGathers = neighbours.length >= FEWEST_NEIGHBOURS && shared >= LEAST_SHARED * neighbours.length;
  return areGathers ? { kind: 'gathers', ...axes, filledShare: filled, score: GATHERS_SCORE * order } : null;
}
/** Numbers this many times farther from the median than nine in ten are mistakes of a few traces. */
const WILD_SPREADS = 4;

function wildNumbers(numbers: Float64Array): (i: number) => boolean {
  const sorted = numbers.toSorted();
  const at = (share: number): number => sorted[Math.round(share * (sorted.length - 1))]!;
  const [low, middle, high] = [at(0.05), at(0.5), at(0.95)];
  const farthest = WILD_SPREADS * (high - low);
  return (i) => Math.abs(numbers[i]! - middle) > farthest;
}

/** Share of changes that go the way that most of them go: 1 for a word that the file is sorted by, about 0.5 for chance. */
function steadyShare(numbers: readonly number[]): number {
  let [up, down] = [0, 0];
  for (let i = 1; i < numbers.length; i += 1) {
    if (numbers[i]! > numbers[i - 1]!) up += 1;
    else if (numbers[i]! < numbers[i - 1]!) down += 1;
  }
  return up + down === 0 ? 0 : Math.max(up, down) / (up + down);
}
