/** Dynamic time warping, exact: the cheapest path through all cells of a band (Sakoe and Chiba, 1978). */

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
  /** [n, width] in C order: how cell (i, j) is reached, in element `i * width + j - firstColumn(i)`. */
  readonly steps: Uint8Array;
  readonly width: number;
  /** Of the whole path; Infinity where the band or the slope lets none through. */
  readonly cost: number;
}

/** What every implementation gives, to the last bit. NaN is a sample that is not heard: its cells cost nothing. */
export type DtwKernel = (a: Float64Array, b: Float64Array, options: DtwOptions) => DtwSteps;

/** Elements of a row of the band. */
export const bandWidth = (columns: number, bandSamples: number): number => Math.min(columns, 2 * bandSamples + 1);

/** Column of element 0 of row i. */
export const firstColumn = (i: number, columns: number, bandSamples: number): number =>
  2 * bandSamples + 1 >= columns ? 0 : i - bandSamples;

/**
 * The plain twin: row by row, two rows of sums and one byte a cell.
 * @throws RangeError for slope limits, which are `slopeLimitedDtw`'s
 */
export const plainDtw: DtwKernel = (a, b, { cost, bandSamples, steps: pattern, slopeLimit }) => {
  if (slopeLimit !== 0) throw new RangeError('a slope limit takes more rows than two');
  const [rows, columns] = [a.length, b.length];
  const width = bandWidth(columns, bandSamples);
  const steps = new Uint8Array(rows * width).fill(UNREACHED);
  const isSquared = cost === 'squared';
  const diagonalWeight = pattern === 'symmetric2' ? 2 : 1;
  // Column j is element j + 1, so that the first one has a neighbour.
  let above = new Float64Array(columns + 1).fill(Infinity);
  let row = new Float64Array(columns + 1).fill(Infinity);
  for (let i = 0; i < rows; i += 1) {
    const value = a[i]!;
    const from = Math.max(0, i - bandSamples);
    const to = Math.min(columns - 1, i + bandSamples);
    const at = i * width - firstColumn(i, columns, bandSamples);
    row[from] = Infinity;
    for (let j = from; j <= to; j += 1) {
      const difference = value - b[j]!;
      const measured = isSquared ? difference * difference : Math.abs(difference);
      const cell = measured === measured ? measured : 0;
      let least = above[j]! + diagonalWeight * cell;
      let step = DIAGONAL;
      const alongA = above[j + 1]! + cell;
      if (alongA < least) [least, step] = [alongA, ALONG_A];
      const alongB = row[j]! + cell;
      if (alongB < least) [least, step] = [alongB, ALONG_B];
      if (i === 0 && j === 0) least = diagonalWeight * cell;
      row[j + 1] = least;
      steps[at + j] = least < Infinity ? step : UNREACHED;
    }
    if (to + 2 <= columns) row[to + 2] = Infinity;
    [above, row] = [row, above];
  }
  return { steps, width, cost: rows > 0 && columns > 0 ? above[columns]! : Infinity };
};
