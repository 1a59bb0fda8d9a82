/** Dynamic time warping, exact: the cheapest path through all cells of a band (Sakoe and Chiba, 1978). */
import { bandCells, type BandCells } from './band-cells.ts';

export interface DtwOptions {
  /** Of a cell: |a - b| or its square. */
  readonly cost: 'absolute' | 'squared';
  /** Cells with |i - j| up to it belong to the band; Infinity: all do. */
  readonly bandSamples: number;
  /** `symmetric1`: every step costs its cell. `symmetric2`: a diagonal step costs it twice. */
  readonly steps: 'symmetric1' | 'symmetric2';
  /**
   * P of Sakoe and Chiba: a step aside only after P diagonal ones, so that the path's slope stays between P / (P + 1) and
   * (P + 1) / P. 0: none.
   */
  readonly slopeLimit: number;
}

/** How a cell is reached, from the cell P + 1 or P before it: of equally cheap ways the first. */
export const DIAGONAL = 0;
/** From (i - P - 1, j - P): a's time goes on while b's stands. */
export const ALONG_A = 1;
/** From (i - P, j - P - 1). */
export const ALONG_B = 2;
/** No path comes here. */
export const UNREACHED = 3;

export interface DtwSteps {
  /** How each cell of the band is reached; of what no path comes to, anything. */
  readonly steps: Uint8Array;
  readonly cells: BandCells;
  /** Of the whole path; Infinity where the band or the slope lets none through. */
  readonly cost: number;
}

/** NaN is a sample that is not heard: its cells cost nothing. */
export type DtwKernel = (a: Float64Array, b: Float64Array, options: DtwOptions) => DtwSteps;

/**
 * The plain twin of the addon's: three anti-diagonals of sums and one byte a cell. Cells of an anti-diagonal do not wait for each
 * other, where in a row each waits for the one before it.
 * @throws RangeError for slope limits, which are `slopeLimitedDtw`'s
 */
export const plainDtw: DtwKernel = (a, b, { cost, bandSamples, steps: pattern, slopeLimit }) => {
  if (slopeLimit !== 0) throw new RangeError('a slope limit takes more rows than these');
  const [rows, columns] = [a.length, b.length];
  const cells = bandCells(rows, columns, bandSamples);
  const steps = new Uint8Array(cells.count);
  if (rows === 0 || columns === 0) return { steps, cells, cost: Infinity };
  const isSquared = cost === 'squared';
  const weight = pattern === 'symmetric2' ? 2 : 1;
  // Row i of an anti-diagonal is element i + 1, so that the first one has a neighbour.
  let twoBack = new Float64Array(rows + 1).fill(Infinity);
  let oneBack = new Float64Array(rows + 1).fill(Infinity);
  let sums = new Float64Array(rows + 1).fill(Infinity);
  // Before the first cell, which is so reached diagonally.
  twoBack[0] = 0;
  for (let diagonal = 0; diagonal < rows + columns - 1; diagonal += 1) {
    const from = cells.firstRow[diagonal]!;
    const to = from + cells.starts[diagonal + 1]! - cells.starts[diagonal]! - 1;
    let at = cells.starts[diagonal]!;
    for (let i = from; i <= to; i += 1, at += 1) {
      const difference = a[i]! - b[diagonal - i]!;
      const measured = isSquared ? difference * difference : Math.abs(difference);
      // Only NaN is not itself.
      const cell = measured === measured ? measured : 0;
      let least = twoBack[i]! + weight * cell;
      let step = DIAGONAL;
      const alongA = oneBack[i]! + cell;
      if (alongA < least) {
        least = alongA;
        step = ALONG_A;
      }
      const alongB = oneBack[i + 1]! + cell;
      if (alongB < least) {
        least = alongB;
        step = ALONG_B;
      }
      sums[i + 1] = least;
      steps[at] = step;
    }
    // The next two look at one element on either side of these.
    sums[from] = Infinity;
    if (to + 2 <= rows) sums[to + 2] = Infinity;
    [twoBack, oneBack, sums] = [oneBack, sums, twoBack];
  }
  return { steps, cells, cost: Math.abs(rows - columns) <= bandSamples ? oneBack[rows]! : Infinity };
};
