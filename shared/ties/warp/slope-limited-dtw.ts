/** Dynamic time warping with a slope limit: P + 2 rows of sums, one byte a cell. */
import { bandCells, cellAt } from './band-cells.ts';
import { ALONG_A, ALONG_B, DIAGONAL, UNREACHED, type DtwKernel } from './exact-dtw.ts';

/** A step aside is told as one with the P diagonal ones before it, whose cells cost what diagonal steps cost. */
export const slopeLimitedDtw: DtwKernel = (a, b, { cost, bandSamples, steps: pattern, slopeLimit: limit }) => {
  const [rows, columns] = [a.length, b.length];
  const cells = bandCells(rows, columns, bandSamples);
  const steps = new Uint8Array(cells.count).fill(UNREACHED);
  const diagonalWeight = pattern === 'symmetric2' ? 2 : 1;
  const ring = limit + 2;
  // Of the last rows: the least sums, and what diagonals from the edge to a cell cost, itself included.
  const sums = Array.from({ length: ring }, () => new Float64Array(columns).fill(Infinity));
  const diagonals = Array.from({ length: ring }, () => new Float64Array(columns));
  const sumAt = (i: number, j: number): number => (i < 0 || j < 0 ? Infinity : sums[i % ring]![j]!);
  const diagonalAt = (i: number, j: number): number => (i < 0 || j < 0 ? 0 : diagonals[i % ring]![j]!);
  for (let i = 0; i < rows; i += 1) {
    const row = sums[i % ring]!.fill(Infinity);
    const diagonal = diagonals[i % ring]!;
    const from = Math.max(0, i - bandSamples);
    const to = Math.min(columns - 1, i + bandSamples);
    for (let j = 0; j < columns; j += 1) {
      const difference = a[i]! - b[j]!;
      const measured = cost === 'squared' ? difference * difference : Math.abs(difference);
      const cell = measured === measured ? measured : 0;
      diagonal[j] = diagonalAt(i - 1, j - 1) + diagonalWeight * cell;
      if (j < from || j > to) continue;
      let step = DIAGONAL;
      let least = i === 0 && j === 0 ? diagonalWeight * cell : sumAt(i - 1, j - 1) + diagonalWeight * cell;
      const before = (ii: number, jj: number): number => diagonalAt(ii, jj) - diagonalAt(ii - limit, jj - limit);
      const alongA = sumAt(i - limit - 1, j - limit) + before(i - 1, j) + cell;
      if (alongA < least) [least, step] = [alongA, ALONG_A];
      const alongB = sumAt(i - limit, j - limit - 1) + before(i, j - 1) + cell;
      if (alongB < least) [least, step] = [alongB, ALONG_B];
      row[j] = least;
      if (least < Infinity) steps[cellAt(cells, i, j)] = step;
    }
  }
  return { steps, cells, cost: rows > 0 && columns > 0 ? sumAt(rows - 1, columns - 1) : Infinity };
};
