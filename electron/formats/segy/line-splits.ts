/** The ways to split a file into 2D lines, and which of them makes lines of it. */
import { samePlace } from '../../../shared/mapping/header-place.ts';
import type { LineSplit } from '../../../shared/mapping/segy-mapping.ts';
import { findBreaks, type LineEvidence } from './line-breaks.ts';
import { everyTrace } from './trace-lists.ts';

/** A word that may say which line a trace belongs to. */
export interface SplitWord {
  readonly split: LineSplit;
  /** E.g. "Inline number". */
  readonly label: string;
  /** Of each trace. */
  readonly values: Int32Array | Float64Array;
}

/** The file's traces, line by line. */
export interface FileSplit {
  readonly split: LineSplit;
  readonly label: string;
  /** Of the word that tells the lines apart; null for the other ways. */
  readonly values: readonly number[] | null;
  /** Each ascending, in the order of their first traces. */
  readonly lines: readonly Int32Array[];
}

/** More lines than this in one file were never met; each is listed in the page. */
export const MOST_LINES = 4096;
/** Traces on average below which a split is not one into lines. */
const SHORTEST_LINE = 4;
/** A word whose lines have hardly any breaks is right, though one of them may have a gap. */
const MOST_BREAKS_LEFT = 0.1;
/** Lines whose traces alternate in the file come much closer together once they are told apart. */
const CLOSER = 0.5;

/** @returns `none` first; then the plausible ones, words before jumps */
export function plausibleSplits(evidence: LineEvidence, words: readonly SplitWord[]): FileSplit[] {
  const none = splitNowhere(evidence.cdp.length);
  const byWord = words.map(splitByWord).filter((split) => split !== null && isPlausible(split)) as FileSplit[];
  const jumps = splitByJumps(evidence);
  return [none, ...byWord, ...(jumps !== null && isPlausible(jumps) ? [jumps] : [])];
}

/** The split that leaves no breaks inside lines; `none` where the whole file has none. */
export function bestSplit(evidence: LineEvidence, splits: readonly FileSplit[]): FileSplit {
  const [whole, ...others] = splits.map((split) => ({ split, ...breaksOf(evidence, split) })) as [Judged, ...Judged[]];
  const words = others.filter(({ split }) => split.values !== null);
  const closer = words.find(
    ({ count, step }) => count <= whole.count && step !== null && whole.step !== null && step <= CLOSER * whole.step,
  );
  if (closer !== undefined) return closer.split;
  if (whole.count === 0) return whole.split;
  const mended = words.find(({ count }) => count <= MOST_BREAKS_LEFT * whole.count);
  return (mended ?? others.find(({ split }) => split.split === 'jumps') ?? whole).split;
}

interface Judged {
  readonly split: FileSplit;
  /** Breaks within lines. */
  readonly count: number;
  /** The median of the lines' usual steps; null where nothing changes. */
  readonly step: number | null;
}

const splitNowhere = (traceCount: number): FileSplit => ({
  split: 'none',
  label: 'One line',
  values: null,
  lines: [everyTrace(traceCount)],
});

/** Null where there would be too many lines. */
export function splitByWord({ split, label, values }: SplitWord): FileSplit | null {
  const lineOf = new Map<number, number>();
  const counts: number[] = [];
  for (const value of values) {
    const line = lineOf.get(value);
    if (line !== undefined) counts[line]! += 1;
    else if (counts.length === MOST_LINES) return null;
    else lineOf.set(value, counts.push(1) - 1);
  }
  const lines = counts.map((count) => new Int32Array(count));
  const next = counts.map(() => 0);
  for (let trace = 0; trace < values.length; trace += 1) {
    const line = lineOf.get(values[trace]!)!;
    lines[line]![next[line]!++] = trace;
  }
  return { split, label, values: [...lineOf.keys()], lines };
}

/** Null where there would be too many lines. */
export function splitByJumps(evidence: LineEvidence): FileSplit | null {
  const [all] = splitNowhere(evidence.cdp.length).lines as [Int32Array];
  const { at } = findBreaks(evidence, all);
  if (at.length >= MOST_LINES) return null;
  const ends = [0, ...at, all.length];
  const lines = ends.slice(1).map((end, line) => all.subarray(ends[line], end));
  return { split: 'jumps', label: evidence.positions === null ? 'CDP jumps' : 'Coordinate jumps', values: null, lines };
}

const isPlausible = ({ lines }: FileSplit): boolean => {
  const traces = lines.reduce((sum, { length }) => sum + length, 0);
  return lines.length > 1 && traces >= SHORTEST_LINE * lines.length;
};

function breaksOf(evidence: LineEvidence, { lines }: FileSplit): Omit<Judged, 'split'> {
  let count = 0;
  const steps: number[] = [];
  for (const line of lines) {
    const { at, step } = findBreaks(evidence, line);
    count += at.length;
    if (step !== null) steps.push(step);
  }
  steps.sort((a, b) => a - b);
  return { count, step: steps[steps.length >> 1] ?? null };
}

export const isSameSplit = (one: LineSplit, other: LineSplit): boolean =>
  typeof one === 'string' || typeof other === 'string' ? one === other : samePlace(one, other);
