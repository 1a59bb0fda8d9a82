/** Where the traces of each position and offset stand in the file. */
import { offsetCount, type OffsetAxis } from '../../../shared/axes.ts';
import { MISSING_TRACE, type GatherGrid, type GatherOrder } from './survey-geometry.ts';
import type { TracesByCell } from './traces-by-cell.ts';

/** Three strides where the file is complete and evenly sorted, else lists. */
export function gatherOrder(
  byCell: TracesByCell,
  offsets: OffsetAxis,
  offset: Int32Array,
  crosslines: number,
): GatherOrder {
  const { starts, traces } = byCell;
  const regular = regularOrder(byCell, offsetCount(offsets), crosslines);
  if (regular !== null && (offsets.kind === 'numbers' || hasEveryOffset(traces, offsets.values, offset)))
    return regular;
  return { kind: 'listed', starts, traces, offsetIndices: indicesOf(traces, offsets, offset) };
}

/** The trace at a position and offset, the first where there are several, or `MISSING_TRACE`. */
export function traceInGather(grid: GatherGrid, inlineIndex: number, crosslineIndex: number, offset: number): number {
  const { order, crossline } = grid;
  if (order.kind === 'regular') {
    const { firstTrace, inlineStride, crosslineStride, offsetStride } = order;
    return firstTrace + inlineIndex * inlineStride + crosslineIndex * crosslineStride + offset * offsetStride;
  }
  const cell = inlineIndex * crossline.count + crosslineIndex;
  const { starts, traces, offsetIndices } = order;
  const [start, end] = [starts[cell]!, starts[cell + 1]!];
  const at = offsetIndices === null ? start + offset : firstAtLeast(offsetIndices, start, end, offset);
  const isThere = at < end && (offsetIndices === null || offsetIndices[at] === offset);
  return isThere ? traces[at]! : MISSING_TRACE;
}

/** All traces of a position, by offset, also those of one offset. */
export function gatherAt(grid: GatherGrid, inlineIndex: number, crosslineIndex: number): Int32Array {
  const { order, crossline, offsets } = grid;
  if (order.kind === 'listed') {
    const cell = inlineIndex * crossline.count + crosslineIndex;
    return order.traces.subarray(order.starts[cell], order.starts[cell + 1]);
  }
  const first = traceInGather(grid, inlineIndex, crosslineIndex, 0);
  return Int32Array.from({ length: offsetCount(offsets) }, (_, k) => first + k * order.offsetStride);
}

/** In an ascending stretch; `end` where all are less. */
function firstAtLeast(values: Int32Array, start: number, end: number, least: number): number {
  let [low, high] = [start, end];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (values[middle]! < least) low = middle + 1;
    else high = middle;
  }
  return low;
}

function regularOrder({ starts, traces }: TracesByCell, offsets: number, crosslines: number): GatherOrder | null {
  const cells = starts.length - 1;
  if (traces.length !== cells * offsets) return null;
  const firstTrace = traces[0]!;
  const offsetStride = offsets > 1 ? traces[1]! - firstTrace : 0;
  const crosslineStride = crosslines > 1 ? traces[offsets]! - firstTrace : 0;
  const inlineStride = cells > crosslines ? traces[offsets * crosslines]! - firstTrace : 0;
  for (let cell = 0, at = 0; cell < cells; cell += 1) {
    if (starts[cell] !== at) return null;
    const first = firstTrace + Math.floor(cell / crosslines) * inlineStride + (cell % crosslines) * crosslineStride;
    for (let k = 0; k < offsets; k += 1, at += 1) if (traces[at] !== first + k * offsetStride) return null;
  }
  return { kind: 'regular', firstTrace, inlineStride, crosslineStride, offsetStride };
}

/** With as many traces a position as there are offsets: whether each has each once. */
const hasEveryOffset = (traces: Int32Array, values: readonly number[], offset: Int32Array): boolean =>
  traces.every((trace, at) => offset[trace] === values[at % values.length]);

function indicesOf(traces: Int32Array, offsets: OffsetAxis, offset: Int32Array): Int32Array | null {
  if (offsets.kind === 'numbers') return null;
  const indexOf = new Map(offsets.values.map((value, index) => [value, index]));
  return Int32Array.from(traces, (trace) => indexOf.get(offset[trace]!)!);
}
