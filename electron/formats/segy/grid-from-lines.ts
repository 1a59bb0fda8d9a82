/** The grid that line numbers of all traces span, if they span one with a trace a position. */
import type { LineAxis } from '../../../shared/axes.ts';
import type { Finding } from '../../../shared/survey.ts';
import { duplicateFinding, type DuplicateTrace } from './duplicate-traces.ts';
import { warning } from './finding.ts';
import { regularFile } from './regular-file.ts';
import { MISSING_TRACE, type CubeOrder } from './survey-geometry.ts';
import { cellOf, isFilled, tracesOnGrid, type LineNumbersOfTraces, type TracesOnGrid } from './traces-on-grid.ts';

export interface TraceGrid {
  readonly kind: 'grid';
  readonly inline: LineAxis;
  readonly crossline: LineAxis;
  /** Traces at (0, 0) carry no line numbers. */
  readonly isZeroUnset: boolean;
  readonly order: CubeOrder;
  readonly missingTraceCount: number;
  readonly duplicateTraceCount: number;
  readonly findings: readonly Finding[];
}

/** Why the line numbers make no grid. */
export interface NoGrid {
  readonly kind: 'unset' | 'scattered' | 'path' | 'repeated';
}

export interface GridWish {
  /** The user says that it is a cube: however crowded the grid, and where an arbitrary line would do too. */
  readonly isWanted?: boolean;
  /** 1 for dead traces: on a position of several a live one is preferred. */
  readonly isDead?: Uint8Array | null;
}

/** Fewer traces show no path. */
const SHORTEST_PATH = 3;
/** Where more than this share of positions has several traces they are gathers, where fewer have they are mistakes. */
const MOST_REPEATED_SHARE = 0.5;

/** @param inline,crossline line numbers of each trace, in file order */
export function gridFromLines(
  inline: Int32Array,
  crossline: Int32Array,
  { isWanted = false, isDead = null }: GridWish = {},
): TraceGrid | NoGrid {
  const grid = tracesOnGrid({ inline, crossline });
  if (grid === null || isUnset(grid, isWanted)) return { kind: 'unset' };
  const { traces } = grid;
  const cells = grid.inline.count * grid.crossline.count;
  if (!isWanted && isPath(grid)) return { kind: traces.length < SHORTEST_PATH ? 'scattered' : 'path' };
  if (!isFilled(grid)) return { kind: 'scattered' };

  const { isZeroUnset } = grid;
  const axes = { inline: grid.inline, crossline: grid.crossline, isZeroUnset };
  const regular = regularFile({ numbers: inline, axis: grid.inline }, { numbers: crossline, axis: grid.crossline });
  if (regular !== null) {
    return { kind: 'grid', ...axes, order: regular, missingTraceCount: 0, duplicateTraceCount: 0, findings: [] };
  }
  const table = fillTable({ inline, crossline }, grid, isDead);
  if (!isWanted && table.repeated > MOST_REPEATED_SHARE * table.taken) return { kind: 'repeated' };
  const missingTraceCount = cells - table.taken;
  const duplicateTraceCount = traces.length - table.taken;
  return {
    kind: 'grid',
    ...axes,
    order: regularOrder(table.traceAt, grid.crossline.count) ?? { kind: 'table', traceAt: table.traceAt },
    missingTraceCount,
    duplicateTraceCount,
    findings: [
      ...missingFindings(missingTraceCount),
      ...(duplicateTraceCount > 0 ? [duplicateFinding(duplicateTraceCount, table.examples)] : []),
      ...unplacedFindings(inline.length - traces.length),
    ],
  };
}

interface FilledTable {
  readonly traceAt: Int32Array;
  /** Positions with a trace, and with several. */
  readonly taken: number;
  readonly repeated: number;
  /** Of traces that are not shown. */
  readonly examples: readonly DuplicateTrace[];
}

const EXAMPLES = 3;

function fillTable(
  { inline, crossline }: LineNumbersOfTraces,
  grid: TracesOnGrid,
  isDead: Uint8Array | null,
): FilledTable {
  const { traces } = grid;
  const cells = grid.inline.count * grid.crossline.count;
  const traceAt = new Int32Array(cells).fill(MISSING_TRACE);
  /** 1 where a position has several; made for the first. */
  let isRepeated: Uint8Array | null = null;
  const examples: DuplicateTrace[] = [];
  let [taken, repeated] = [0, 0];
  for (const trace of traces) {
    const cell = cellOf(grid, inline[trace]!, crossline[trace]!);
    const other = traceAt[cell]!;
    if (other === MISSING_TRACE) {
      traceAt[cell] = trace;
      taken += 1;
      continue;
    }
    isRepeated ??= new Uint8Array(cells);
    if (isRepeated[cell] === 0) repeated += 1;
    isRepeated[cell] = 1;
    const isBetter = isDead?.[other] === 1 && isDead[trace] === 0;
    if (isBetter) traceAt[cell] = trace;
    if (examples.length < EXAMPLES) {
      examples.push(isBetter ? { shown: trace, left: other } : { shown: other, left: trace });
    }
  }
  return { traceAt, taken, repeated, examples };
}

/** No numbers were set: several traces all have the same, or the only line of one kind has number 0. */
function isUnset({ inline, crossline, traces }: TracesOnGrid, isWanted: boolean): boolean {
  const positions = inline.count * crossline.count;
  if (positions === 1) return traces.length > 1;
  // Several traces a position are gathers, on a line with number 0 too.
  if (isWanted || traces.length > positions) return false;
  return [inline, crossline].some((axis) => axis.count === 1 && axis.first === 0);
}

/**
 * An arbitrary line through a cube touches no more positions than it crosses lines, not an area of them. Two lines
 * wide, that many positions may just as well be a small cube with holes; no more than the longer axis may not.
 */
function isPath({ inline, crossline, traces }: TracesOnGrid): boolean {
  const [narrow, wide] = [inline.count, crossline.count].toSorted((a, b) => a - b) as [number, number];
  return (narrow > 2 && traces.length < narrow + wide) || (narrow > 1 && traces.length <= wide);
}

/** The strides of a complete table that follows two constant ones; null for any other. */
function regularOrder(traceAt: Int32Array, crosslines: number): CubeOrder | null {
  const firstTrace = traceAt[0]!;
  const inlines = traceAt.length / crosslines;
  const crosslineStride = crosslines > 1 ? traceAt[1]! - firstTrace : 0;
  const inlineStride = inlines > 1 ? traceAt[crosslines]! - firstTrace : 0;
  for (let i = 0, cell = 0; i < inlines; i += 1) {
    for (let j = 0; j < crosslines; j += 1, cell += 1) {
      const trace = traceAt[cell]!;
      if (trace === MISSING_TRACE || trace !== firstTrace + i * inlineStride + j * crosslineStride) return null;
    }
  }
  return { kind: 'regular', firstTrace, inlineStride, crosslineStride };
}

export function missingFindings(missing: number): Finding[] {
  if (missing === 0) return [];
  return [
    warning('traces-missing', `Grid positions without a trace: ${missing}.`, {
      assumed: 'They are shown as missing, in the colour of absence.',
      effect: 'If the line numbers are wrong, traces stand elsewhere.',
    }),
  ];
}

export function unplacedFindings(unplaced: number): Finding[] {
  if (unplaced === 0) return [];
  return [
    warning('traces-unplaced', `Traces without line numbers: ${unplaced}.`, {
      assumed: 'They are padding, or were not numbered: they are seen by trace number only.',
      effect: 'If they belong to the grid, their positions are shown as missing.',
    }),
  ];
}
