/** Which planes are worth having next: those in the direction of travel, by the stride of the last move. */
import { crosslineIndex, inlineIndex, sampleIndex, traceIndex } from '../../shared/units.ts';
import type { SlicePlane } from '../../shared/slices.ts';

/** Enough for a key held at 60 steps a second while one slice takes 60 ms; more would push out what is still wanted. */
export const PLANES_AHEAD = 4;

/** The same kind of plane at another index. */
export function planeAt(plane: SlicePlane, index: number): SlicePlane {
  switch (plane.orientation) {
    case 'inline':
      return { orientation: 'inline', index: inlineIndex(index) };
    case 'crossline':
      return { orientation: 'crossline', index: crosslineIndex(index) };
    case 'sample':
      return { orientation: 'sample', index: sampleIndex(index) };
    case 'traces':
      return { orientation: 'traces', index: traceIndex(index), count: plane.count };
  }
}

/**
 * @param previousIndex where the view was before; null or equal where it did not travel, then both neighbours are likely
 * @param indexCount how many indices the orientation has
 */
export function planesAhead(plane: SlicePlane, previousIndex: number | null, indexCount: number): SlicePlane[] {
  const stride = previousIndex === null ? 0 : plane.index - previousIndex;
  const offsets =
    stride === 0 ? [1, -1] : Array.from({ length: PLANES_AHEAD }, (_, position) => (position + 1) * stride);
  return offsets
    .map((offset) => plane.index + offset)
    .filter((index) => index >= 0 && index < indexCount)
    .map((index) => planeAt(plane, index));
}

export const isSamePlane = (a: SlicePlane, b: SlicePlane): boolean =>
  a.orientation === b.orientation &&
  a.index === b.index &&
  (a.orientation !== 'traces' || b.orientation !== 'traces' || a.count === b.count);
