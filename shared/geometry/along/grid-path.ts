/** Where the traces of a profile lie in the grid of a cube. */
import { gridPoint, type WorldFromGrid } from '../world-from-grid.ts';

export interface GridSize {
  readonly inlines: number;
  readonly crosslines: number;
}

/** Fractional 0-based indices, one element a trace; NaN in both where the trace is outside the cube or has no position. */
export interface GridPath {
  readonly inline: Float64Array;
  readonly crossline: Float64Array;
}

/** A run of traces inside, counted along the profile from 0. */
export interface PathPart {
  readonly first: number;
  readonly count: number;
}

/** A trace stands for the bin round it, so that the outline of a cube runs half a bin outside its outermost traces. */
const HALF_BIN = 0.5;

/**
 * @param x,y world coordinates of the traces in the unit of the cube's; NaN where a trace has none
 * @returns null where the cube has no area, as a single line
 */
export function gridPath(
  worldFromGrid: WorldFromGrid,
  { inlines, crosslines }: GridSize,
  x: Float64Array,
  y: Float64Array,
): GridPath | null {
  if (gridPoint(worldFromGrid, { x: worldFromGrid.originX, y: worldFromGrid.originY }) === null) return null;
  const inline = new Float64Array(x.length).fill(Number.NaN);
  const crossline = new Float64Array(x.length).fill(Number.NaN);
  for (let trace = 0; trace < x.length; trace += 1) {
    const point = gridPoint(worldFromGrid, { x: x[trace]!, y: y[trace]! })!;
    if (!isWithin(point.inline, inlines) || !isWithin(point.crossline, crosslines)) continue;
    inline[trace] = point.inline;
    crossline[trace] = point.crossline;
  }
  return { inline, crossline };
}

/** In order; several where the profile leaves the cube and enters it again. */
export function partsInside({ inline }: GridPath): readonly PathPart[] {
  const parts: PathPart[] = [];
  for (let first = 0; first < inline.length;) {
    let end = first;
    while (end < inline.length && !Number.isNaN(inline[end])) end += 1;
    if (end > first) parts.push({ first, count: end - first });
    first = end + 1;
  }
  return parts;
}

/** False for NaN. */
const isWithin = (index: number, count: number): boolean => index >= -HALF_BIN && index <= count - 1 + HALF_BIN;
