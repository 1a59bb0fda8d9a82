/** What `Meta/live_mask` says of the positions of a grid. */
import { TRACE_DEAD, TRACE_LIVE, TRACE_MISSING } from '../../../../shared/slices.ts';

export const MASK_MISSING = 0;
const MASK_DEAD = 2;

/** TRACE_* of grid positions; null where all are live. */
export function statusOf(cells: readonly number[], liveMask: Uint8Array | null): Uint8Array | null {
  if (liveMask === null) return null;
  const status = Uint8Array.from(cells, (cell) => {
    const mask = liveMask[cell];
    if (mask === MASK_MISSING) return TRACE_MISSING;
    return mask === MASK_DEAD ? TRACE_DEAD : TRACE_LIVE;
  });
  return status.every((each) => each === TRACE_LIVE) ? null : status;
}

/** The positions that hold a trace, in order; null where all do. */
export function filledPositions(liveMask: Uint8Array | null): Int32Array | null {
  if (liveMask?.includes(MASK_MISSING) !== true) return null;
  const filled: number[] = [];
  liveMask.forEach((mask, cell) => mask !== MASK_MISSING && filled.push(cell));
  return Int32Array.from(filled);
}

export const countDead = (liveMask: Uint8Array | null): number =>
  liveMask?.reduce((count, mask) => count + (mask === MASK_DEAD ? 1 : 0), 0) ?? 0;
