/** The vertices of a fence: two for each corner of its path, and the texel of its picture that lies there. Pure. */
import type { Decimation } from '../../../shared/slices.ts';
import { texelAt } from '../cell-range.ts';
import { fenceRuns, type LocalFence } from './fence-line.ts';

export interface FenceVertices {
  /** [corners x 2 (top, bottom), 3] in C order, local. */
  readonly positions: Float32Array;
  /** [corners x 2, 2] in C order: column and row, see `SliceMesh`. */
  readonly texels: Float32Array;
  /** Two triangles for each piece between two corners that have a position. */
  readonly indices: Uint32Array;
}

/**
 * @param firstTrace of the picture, along the line
 * @param sampleCount of the line's own axis, from its top to its bottom
 */
export function fenceVertices(
  fence: LocalFence,
  firstTrace: number,
  sampleCount: number,
  { rows, columns }: Decimation,
): FenceVertices {
  const { x, z, trace, top, bottom } = fence;
  const positions = new Float32Array(x.length * 6);
  const texels = new Float32Array(x.length * 4);
  const [topTexel, bottomTexel] = [texelAt(0, columns, 0), texelAt(sampleCount - 1, columns, 0)];
  for (let k = 0; k < x.length; k += 1) {
    // No triangle has a corner without a position; the GPU is not to see NaN all the same.
    const [atX, atZ] = Number.isNaN(x[k]) ? [0, 0] : [x[k]!, z[k]!];
    positions.set([atX, top, atZ, atX, bottom, atZ], k * 6);
    const row = texelAt(trace[k]! - firstTrace, rows, 0);
    texels.set([topTexel, row, bottomTexel, row], k * 4);
  }
  const indices = fenceRuns(fence).flatMap(([first, last]) =>
    Array.from({ length: last - first }, (_, piece) => {
      const at = 2 * (first + piece);
      return [at, at + 1, at + 2, at + 2, at + 1, at + 3];
    }).flat(),
  );
  return { positions, texels, indices: Uint32Array.from(indices) };
}

/** Along the tops, down and along the bottoms of every run, as pairs of ends: [ends, 3] in C order. */
export function fenceOutline(fence: LocalFence): Float32Array {
  const { x, z, top, bottom } = fence;
  const ends: number[] = [];
  const put = (k: number, y: number): void => void ends.push(x[k]!, y, z[k]!);
  for (const [first, last] of fenceRuns(fence)) {
    for (let k = first; k < last; k += 1) {
      for (const y of [top, bottom]) {
        put(k, y);
        put(k + 1, y);
      }
    }
    for (const k of [first, last]) {
      put(k, top);
      put(k, bottom);
    }
  }
  return Float32Array.from(ends);
}
