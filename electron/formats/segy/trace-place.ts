/** From a trace of the file to where it is seen: the inverse of `plane-traces.ts`. */
import { offsetCount } from '../../../shared/axes.ts';
import type { TracePlace } from '../../../shared/trace-place.ts';
import { crosslineIndex, inlineIndex, lineIndex, offsetIndex, traceIndex } from '../../../shared/units.ts';
import type { CubeGeometry, GatherGrid, GatherOrder, SurveyGeometry } from './survey-geometry.ts';
import type { TraceLines } from './trace-lines.ts';

/** Null where the trace is not shown: another one stands at its position, or no line has it. */
export function placeOfTrace(geometry: SurveyGeometry, trace: number): TracePlace | null {
  if (geometry.kind === 'cube') return placeInCube(geometry, trace);
  if (geometry.kind === 'gathers' && geometry.grid !== null) return placeInGathers(geometry.grid, trace);
  if (geometry.kind === 'line' && geometry.lines !== null) return placeOnLine(geometry.lines, trace);
  return { kind: 'file', index: traceIndex(trace) };
}

function placeInCube({ order, inline, crossline }: CubeGeometry, trace: number): TracePlace | null {
  if (order.kind === 'table') return gridPlace(order.traceAt.indexOf(trace), crossline.count, null);
  const { firstTrace, inlineStride, crosslineStride } = order;
  const digits = digitsOf(trace - firstTrace, [
    { stride: inlineStride, count: inline.count },
    { stride: crosslineStride, count: crossline.count },
  ]);
  return digits && gridPlace(digits[0]! * crossline.count + digits[1]!, crossline.count, null);
}

function placeInGathers({ order, inline, crossline, offsets }: GatherGrid, trace: number): TracePlace | null {
  if (order.kind === 'listed') return placeInList(order, crossline.count, trace);
  const digits = digitsOf(trace - order.firstTrace, [
    { stride: order.inlineStride, count: inline.count },
    { stride: order.crosslineStride, count: crossline.count },
    { stride: order.offsetStride, count: offsetCount(offsets) },
  ]);
  return digits && gridPlace(digits[0]! * crossline.count + digits[1]!, crossline.count, digits[2]!);
}

function placeInList(
  { starts, traces, offsetIndices }: Extract<GatherOrder, { kind: 'listed' }>,
  crosslines: number,
  trace: number,
): TracePlace | null {
  const at = traces.indexOf(trace);
  if (at < 0) return null;
  let cell = 0;
  while (starts[cell + 1]! <= at) cell += 1;
  return gridPlace(cell, crosslines, offsetIndices?.[at] ?? at - starts[cell]!);
}

function placeOnLine({ lines }: TraceLines, trace: number): TracePlace | null {
  for (const [line, { traces }] of lines.entries()) {
    const index = traces.indexOf(trace);
    if (index >= 0) return { kind: 'line', line: lineIndex(line), index: traceIndex(index) };
  }
  return null;
}

/** @param cell in C order over inlines and crosslines; negative: there is none */
const gridPlace = (cell: number, crosslines: number, offset: number | null): TracePlace | null =>
  cell < 0
    ? null
    : {
        kind: 'grid',
        inline: inlineIndex(Math.floor(cell / crosslines)),
        crossline: crosslineIndex(cell % crosslines),
        offset: offset === null ? null : offsetIndex(offset),
      };

interface Dimension {
  /** In traces; negative where the file descends. */
  readonly stride: number;
  readonly count: number;
}

/** Indices along nested dimensions that lead from the first trace to this one; null where none do. */
function digitsOf(fromFirst: number, dimensions: readonly Dimension[]): number[] | null {
  const order = [...dimensions.keys()].sort(
    (a, b) => Math.abs(dimensions[b]!.stride) - Math.abs(dimensions[a]!.stride),
  );
  // Counted from the other end, a descending dimension ascends.
  let rest = fromFirst;
  for (const { stride, count } of dimensions) if (stride < 0) rest -= stride * (count - 1);
  const digits: number[] = [];
  for (const dimension of order) {
    const { stride, count } = dimensions[dimension]!;
    const digit = count === 1 ? 0 : Math.floor(rest / Math.abs(stride));
    if (digit < 0 || digit >= count) return null;
    rest -= digit * Math.abs(stride);
    digits[dimension] = stride < 0 ? count - 1 - digit : digit;
  }
  return rest === 0 ? digits : null;
}
