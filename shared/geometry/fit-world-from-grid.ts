/** The affine map that fits surveyed trace positions best. */
import type { WorldFromGrid } from './world-from-grid.ts';

export type GridValues = Float64Array | readonly number[];

export interface GridPoints {
  /** Grid indices (fractions allowed) and world coordinates of each point; equal lengths. */
  readonly inline: GridValues;
  readonly crossline: GridValues;
  readonly x: GridValues;
  readonly y: GridValues;
}

export interface WorldFit {
  readonly worldFromGrid: WorldFromGrid;
  /** Root mean square and largest distance between stored and fitted positions, in world units. */
  readonly rmsResidual: number;
  readonly maxResidual: number;
}

/**
 * Least squares in float64 about the centroid, since UTM northings of 6,000,000 m squared leave no digits for a bin.
 * Along a direction in which the points do not extend (a single line) the world step is zero. Null without points.
 */
export function fitWorldFromGrid({ inline, crossline, x, y }: GridPoints): WorldFit | null {
  const count = x.length;
  if (count === 0) return null;
  const [i0, j0, x0, y0] = [mean(inline), mean(crossline), mean(x), mean(y)];
  let [ii, ij, jj, ix, iy, jx, jy] = [0, 0, 0, 0, 0, 0, 0];
  for (let n = 0; n < count; n += 1) {
    const i = inline[n]! - i0;
    const j = crossline[n]! - j0;
    const dx = x[n]! - x0;
    const dy = y[n]! - y0;
    ii += i * i;
    ij += i * j;
    jj += j * j;
    ix += i * dx;
    iy += i * dy;
    jx += j * dx;
    jy += j * dy;
  }
  const [inlineX, crosslineX] = solveSymmetric(ii, ij, jj, ix, jx);
  const [inlineY, crosslineY] = solveSymmetric(ii, ij, jj, iy, jy);
  const worldFromGrid = {
    originX: x0 - inlineX * i0 - crosslineX * j0,
    originY: y0 - inlineY * i0 - crosslineY * j0,
    inlineX,
    inlineY,
    crosslineX,
    crosslineY,
  };
  return { worldFromGrid, ...residuals({ inline, crossline, x, y }, [i0, j0, x0, y0], worldFromGrid) };
}

/** Solves [a b; b c] [p q]' = [u v]'. Where the matrix is singular, the unknown without evidence is zero. */
function solveSymmetric(a: number, b: number, c: number, u: number, v: number): [p: number, q: number] {
  const determinant = a * c - b * b;
  // Indices are small integers, so a true rank of 2 leaves a determinant far above rounding.
  if (determinant > 1e-9 * a * c) return [(u * c - v * b) / determinant, (v * a - u * b) / determinant];
  if (a >= c) return [a === 0 ? 0 : u / a, 0];
  return [0, v / c];
}

/** Residuals about the centroid, where no digits are lost. */
function residuals(
  points: GridPoints,
  [i0, j0, x0, y0]: readonly [number, number, number, number],
  world: WorldFromGrid,
): Pick<WorldFit, 'rmsResidual' | 'maxResidual'> {
  let sum = 0;
  let most = 0;
  for (let n = 0; n < points.x.length; n += 1) {
    const i = points.inline[n]! - i0;
    const j = points.crossline[n]! - j0;
    const dx = points.x[n]! - x0 - i * world.inlineX - j * world.crosslineX;
    const dy = points.y[n]! - y0 - i * world.inlineY - j * world.crosslineY;
    const square = dx * dx + dy * dy;
    sum += square;
    most = Math.max(most, square);
  }
  return { rmsResidual: Math.sqrt(sum / points.x.length), maxResidual: Math.sqrt(most) };
}

function mean(values: GridValues): number {
  const first = values[0]!;
  let sum = 0;
  for (const value of values) sum += value - first;
  return first + sum / values.length;
}
