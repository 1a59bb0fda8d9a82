/** Makes the traces of a section along a profile out of those of a cube. */
import { NO_CELL, type TraceWeights } from '../../../shared/geometry/along/trace-weights.ts';
import { TRACE_DEAD, TRACE_LIVE, TRACE_MISSING } from '../../../shared/slices.ts';

/** Traces of the cube, one a cell of `TraceWeights.cells`. */
export interface CellTraces {
  /** [cells, columns] in C order. */
  readonly samples: Float32Array;
  /** TRACE_* of each; null where all are live. */
  readonly status: Uint8Array | null;
}

/**
 * The nearest trace decides what a row is: where it is missing or outside so is the row (NaN), where it is dead its stored values
 * are shown. Of a live one the row is the weighted mean of the live traces among the corners, sample by sample; samples
 * that are NaN do not count, and the other weights make up for them.
 * @param into [rows, columns] in C order
 * @param statusInto TRACE_* of each row
 */
export function mixTraces(
  { nearest, corners, corner, weight }: TraceWeights,
  { samples, status }: CellTraces,
  columns: number,
  into: Float32Array,
  statusInto: Uint8Array,
): void {
  const starts = new Int32Array(corners);
  const shares = new Float64Array(corners);
  for (let row = 0; row < nearest.length; row += 1) {
    const cell = nearest[row]!;
    const its = cell === NO_CELL ? TRACE_MISSING : (status?.[cell] ?? TRACE_LIVE);
    const target = row * columns;
    statusInto[row] = its;
    if (its === TRACE_MISSING) {
      into.fill(Number.NaN, target, target + columns);
      continue;
    }
    if (corners === 1 || its === TRACE_DEAD) {
      into.set(samples.subarray(cell * columns, (cell + 1) * columns), target);
      continue;
    }
    let total = 0;
    for (let k = 0; k < corners; k += 1) {
      const place = corner[row * corners + k]!;
      const isLive = place !== NO_CELL && (status?.[place] ?? TRACE_LIVE) === TRACE_LIVE;
      starts[k] = (isLive ? place : cell) * columns;
      shares[k] = isLive ? weight[row * corners + k]! : 0;
      total += shares[k]!;
    }
    for (let k = 0; k < corners; k += 1) shares[k]! /= total;
    mixFour(samples, starts, shares, columns, into, target);
  }
}

/** The hot loop: everything in locals, and a sum that is NaN looked at again, since few are (6 ms a million, 14 with a look at each). */
function mixFour(
  samples: Float32Array,
  starts: Int32Array,
  shares: Float64Array,
  columns: number,
  into: Float32Array,
  target: number,
): void {
  const [a, b, c, d] = [starts[0]!, starts[1]!, starts[2]!, starts[3]!];
  const [shareA, shareB, shareC, shareD] = [shares[0]!, shares[1]!, shares[2]!, shares[3]!];
  for (let k = 0; k < columns; k += 1) {
    const sum =
      shareA * samples[a + k]! + shareB * samples[b + k]! + shareC * samples[c + k]! + shareD * samples[d + k]!;
    into[target + k] = Number.isNaN(sum) ? withoutAbsent(samples, starts, shares, k) : sum;
  }
}

/** NaN where no corner has the sample. */
function withoutAbsent(samples: Float32Array, starts: Int32Array, shares: Float64Array, column: number): number {
  let sum = 0;
  let total = 0;
  for (let k = 0; k < starts.length; k += 1) {
    const sample = samples[starts[k]! + column]!;
    if (shares[k] === 0 || Number.isNaN(sample)) continue;
    sum += shares[k]! * sample;
    total += shares[k]!;
  }
  return sum / total;
}
