/** The normal equations of the affine map from grid to world, gathered point by point. */
import type { WorldFromGrid } from './world-from-grid.ts';

/**
 * Sums in float64 about the first point: UTM northings of 6,000,000 m squared leave no digits for a bin, distances within
 * a survey do. Holds ten sums, however many points there are.
 */
export class AffineNormal {
  #count = 0;
  #origin: readonly [i: number, j: number, x: number, y: number] = [0, 0, 0, 0];
  #i = 0;
  #j = 0;
  #x = 0;
  #y = 0;
  #ii = 0;
  #ij = 0;
  #jj = 0;
  #ix = 0;
  #iy = 0;
  #jx = 0;
  #jy = 0;

  get count(): number {
    return this.#count;
  }

  /** @param inline,crossline grid indices, fractions allowed */
  add(inline: number, crossline: number, x: number, y: number): void {
    if (this.#count === 0) this.#origin = [inline, crossline, x, y];
    const origin = this.#origin;
    const i = inline - origin[0];
    const j = crossline - origin[1];
    const dx = x - origin[2];
    const dy = y - origin[3];
    this.#count += 1;
    this.#i += i;
    this.#j += j;
    this.#x += dx;
    this.#y += dy;
    this.#ii += i * i;
    this.#ij += i * j;
    this.#jj += j * j;
    this.#ix += i * dx;
    this.#iy += i * dy;
    this.#jx += j * dx;
    this.#jy += j * dy;
  }

  /** Along a direction in which the points do not extend (a single line) the world step is zero. Null without points. */
  solve(): WorldFromGrid | null {
    const n = this.#count;
    if (n === 0) return null;
    const [i, j, x, y] = [this.#i / n, this.#j / n, this.#x / n, this.#y / n];
    // About the centroid.
    const ii = this.#ii - n * i * i;
    const ij = this.#ij - n * i * j;
    const jj = this.#jj - n * j * j;
    const [inlineX, crosslineX] = solveSymmetric(ii, ij, jj, this.#ix - n * i * x, this.#jx - n * j * x);
    const [inlineY, crosslineY] = solveSymmetric(ii, ij, jj, this.#iy - n * i * y, this.#jy - n * j * y);
    const [i0, j0, x0, y0] = this.#origin;
    return {
      originX: x0 + x - inlineX * (i0 + i) - crosslineX * (j0 + j),
      originY: y0 + y - inlineY * (i0 + i) - crosslineY * (j0 + j),
      inlineX,
      inlineY,
      crosslineX,
      crosslineY,
    };
  }
}

/** Below this share of its own sums a centred sum is rounding: indices are small integers. */
const SINGULAR_SHARE = 1e-9;

/** Solves [a b; b c] [p q]' = [u v]'. Where the matrix is singular, the unknown without evidence is zero. */
function solveSymmetric(a: number, b: number, c: number, u: number, v: number): [p: number, q: number] {
  const determinant = a * c - b * b;
  if (determinant > SINGULAR_SHARE * a * c) return [(u * c - v * b) / determinant, (v * a - u * b) / determinant];
  if (a >= c) return [a <= 0 ? 0 : u / a, 0];
  return [0, v / c];
}
