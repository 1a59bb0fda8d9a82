/** Which traces of a cube make one of a section along a profile, and by which weights. */
import type { GridPath, GridSize, PathPart } from './grid-path.ts';

/**
 * `nearest`: the trace of the bin that the profile's trace lies in. `bilinear`: between the four traces round it, of the
 * cube's edge in its outermost half bin.
 */
export type AlongInterpolation = 'nearest' | 'bilinear';
export const ALONG_INTERPOLATIONS: readonly AlongInterpolation[] = ['nearest', 'bilinear'];

export const NO_CELL = -1;

/** Of a run of the profile's traces. */
export interface TraceWeights {
  /** Grid positions that are needed, each once: inline index * crosslines + crossline index. */
  readonly cells: Int32Array;
  /** Of each trace the nearest one, counted in `cells`; `NO_CELL` outside the cube. */
  readonly nearest: Int32Array;
  /** 1 or 4. */
  readonly corners: number;
  /** [traces, corners] in C order, counted in `cells`; `NO_CELL` where the weight is 0. */
  readonly corner: Int32Array;
  /** Of the same; those of a trace inside the cube add up to 1. */
  readonly weight: Float64Array;
}

/** Of `count` traces of the path from `first` on. */
export function traceWeights(
  { inline, crossline }: GridPath,
  { inlines, crosslines }: GridSize,
  interpolation: AlongInterpolation,
  { first, count }: PathPart,
): TraceWeights {
  const corners = interpolation === 'nearest' ? 1 : 4;
  const cells: number[] = [];
  const places = new Map<number, number>();
  const placeOf = (i: number, j: number): number => {
    const cell = i * crosslines + j;
    const known = places.get(cell);
    if (known !== undefined) return known;
    places.set(cell, cells.length);
    return cells.push(cell) - 1;
  };
  const nearest = new Int32Array(count).fill(NO_CELL);
  const corner = new Int32Array(count * corners).fill(NO_CELL);
  const weight = new Float64Array(count * corners);
  for (let row = 0; row < count; row += 1) {
    const i = inline[first + row]!;
    const j = crossline[first + row]!;
    if (Number.isNaN(i)) continue;
    nearest[row] = placeOf(nearestIndex(i, inlines), nearestIndex(j, crosslines));
    if (corners === 1) {
      corner[row] = nearest[row]!;
      weight[row] = 1;
      continue;
    }
    const between = { i: clamped(i, inlines), j: clamped(j, crosslines) };
    const low = { i: Math.floor(between.i), j: Math.floor(between.j) };
    const share = { i: between.i - low.i, j: between.j - low.j };
    for (let k = 0; k < corners; k += 1) {
      const [di, dj] = [k >> 1, k & 1];
      const its = (di === 1 ? share.i : 1 - share.i) * (dj === 1 ? share.j : 1 - share.j);
      if (its === 0) continue;
      corner[row * corners + k] = placeOf(low.i + di, low.j + dj);
      weight[row * corners + k] = its;
    }
  }
  return { cells: Int32Array.from(cells), nearest, corners, corner, weight };
}

const clamped = (index: number, count: number): number => Math.min(Math.max(index, 0), count - 1);

const nearestIndex = (index: number, count: number): number => clamped(Math.round(index), count);
