/** Gathers from the line numbers and offsets of all traces. */
import { offsetCount, type LineAxis, type OffsetAxis } from '../../../shared/axes.ts';
import type { Finding } from '../../../shared/survey.ts';
import { note, warning } from './finding.ts';
import { gatherOrder } from './gather-order.ts';
import { missingFindings, unplacedFindings } from './grid-from-lines.ts';
import { offsetAxisOf } from './offset-axis.ts';
import type { GatherOrder } from './survey-geometry.ts';
import { tracesByCell, type TracesByCell } from './traces-by-cell.ts';
import { isFilled, LEAST_FILLED_SHARE, tracesOnGrid, type LineNumbersOfTraces } from './traces-on-grid.ts';

/** One element a trace, in file order. */
export interface GatherNumbers extends LineNumbersOfTraces {
  readonly offset: Int32Array;
  /** 1 for dead traces. */
  readonly isDead: Uint8Array;
}

export interface FoundGathers {
  readonly inline: LineAxis;
  readonly crossline: LineAxis;
  /** Traces at (0, 0) carry no line numbers. */
  readonly isZeroUnset: boolean;
  readonly offsets: OffsetAxis;
  readonly order: GatherOrder;
  /** Most traces at one position. */
  readonly fold: number;
  readonly missingTraceCount: number;
  readonly duplicateTraceCount: number;
  readonly findings: readonly Finding[];
}

/**
 * Null where the numbers span no grid that is filled well enough to be one.
 * @param isZeroNumber traces at (0, 0) are there
 */
export function gathersFromLines(numbers: GatherNumbers, isZeroNumber = false): FoundGathers | null {
  const grid = tracesOnGrid(numbers, isZeroNumber);
  if (grid === null) return null;
  const cells = grid.inline.count * grid.crossline.count;
  if (!isFilled(grid)) return null;
  const byCell = tracesByCell(numbers, grid);
  if (byCell.occupied / cells < LEAST_FILLED_SHARE) return null;
  const offsets = offsetAxisOf(byCell, numbers.offset);
  const missingTraceCount = cells - byCell.occupied;
  const duplicateTraceCount = offsets.kind === 'numbers' ? 0 : repeatedOffsets(byCell, numbers.offset);
  return {
    inline: grid.inline,
    crossline: grid.crossline,
    isZeroUnset: grid.isZeroUnset,
    offsets,
    order: gatherOrder(byCell, offsets, numbers.offset, grid.crossline.count),
    fold: byCell.fold,
    missingTraceCount,
    duplicateTraceCount,
    findings: [
      ...missingFindings(missingTraceCount),
      ...offsetFindings(byCell, offsets, numbers.offset, duplicateTraceCount),
      ...unplacedFindings(numbers.inline.length - grid.traces.length),
    ],
  };
}

/** Traces with the offset of the one before them at their position. */
function repeatedOffsets({ starts, traces }: TracesByCell, offset: Int32Array): number {
  let count = 0;
  for (let cell = 0; cell + 1 < starts.length; cell += 1) {
    for (let at = starts[cell]! + 1; at < starts[cell + 1]!; at += 1) {
      if (offset[traces[at]!] === offset[traces[at - 1]!]) count += 1;
    }
  }
  return count;
}

function offsetFindings(
  { traces, fold }: TracesByCell,
  offsets: OffsetAxis,
  offset: Int32Array,
  repeated: number,
): Finding[] {
  if (repeated > 0) {
    const message = `Traces with the offset of another at their position: ${repeated}; the first live one of each offset is shown, and all count in the stack.`;
    return [warning('offsets-duplicate', message)];
  }
  if (offsets.kind === 'offsets' || fold < 2) return [];
  const isOne = traces.every((trace) => offset[trace] === offset[traces[0]!]);
  const message = isOne
    ? `All traces have offset ${offset[traces[0]!]!}; the traces of each position are told apart by their order in the file, 1 to ${offsetCount(offsets)}.`
    : `Positions do not share their offsets; the traces of each are numbered by offset, 1 to ${offsetCount(offsets)}.`;
  return [note('offsets-numbered', message)];
}
