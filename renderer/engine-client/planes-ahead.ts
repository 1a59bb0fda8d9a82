/** Which planes are worth having next: those in the direction of travel, by the stride of the last move. */
import { crosslineIndex, inlineIndex, sampleIndex, traceIndex } from '../../shared/units.ts';
import type { SlicePlane } from '../../shared/slices.ts';

/** Enough for a key held at 60 steps a second while one slice takes 60 ms; more would push out what is still wanted. */
export const PLANES_AHEAD = 4;

/** The same kind of plane at another index; of gathers with the same selection. */
export function planeAt(plane: SlicePlane, index: number): SlicePlane {
  switch (plane.orientation) {
    case 'inline':
      return { ...plane, index: inlineIndex(index) };
    case 'crossline':
      return { ...plane, index: crosslineIndex(index) };
    case 'sample':
      return { ...plane, index: sampleIndex(index) };
    case 'gather':
      return { ...plane, index: crosslineIndex(index) };
    case 'traces':
    case 'along':
      return { ...plane, index: traceIndex(index) };
  }
}

/**
 * @param previousIndex where the view was before; null or equal where it did not travel, then both neighbours are likely
 * @param indexCount how many indices the orientation has
 */
export function planesAhead(plane: SlicePlane, previousIndex: number | null, indexCount: number): SlicePlane[] {
  // A stacked time slice touches every trace of the file: not worth it for what may never be looked at.
  if (plane.orientation === 'sample' && plane.selection?.kind === 'stack') return [];
  const stride = previousIndex === null ? 0 : plane.index - previousIndex;
  const offsets =
    stride === 0 ? [1, -1] : Array.from({ length: PLANES_AHEAD }, (_, position) => (position + 1) * stride);
  return offsets
    .map((offset) => plane.index + offset)
    .filter((index) => index >= 0 && index < indexCount)
    .map((index) => planeAt(plane, index));
}
