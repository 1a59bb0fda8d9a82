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
  const sums = new Float64Array(columns);
  const weights = new Float64Array(columns);
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
    sums.fill(0);
    weights.fill(0);
    for (let k = row * corners; k < (row + 1) * corners; k += 1) {
      const place = corner[k]!;
      if (place === NO_CELL || (status?.[place] ?? TRACE_LIVE) !== TRACE_LIVE) continue;
      const share = weight[k]!;
      for (let column = 0, at = place * columns; column < columns; column += 1, at += 1) {
        const sample = samples[at]!;
        if (Number.isNaN(sample)) continue;
        sums[column]! += share * sample;
        weights[column]! += share;
      }
    }
    // 0 / 0 is NaN: no corner has this sample.
    for (let column = 0; column < columns; column += 1) into[target + column] = sums[column]! / weights[column]!;
  }
}
