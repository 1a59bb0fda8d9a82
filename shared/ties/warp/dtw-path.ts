import { cellAt } from './band-cells.ts';
import { ALONG_A, ALONG_B, UNREACHED, type DtwSteps } from './exact-dtw.ts';

/** Cells from (0, 0) to the last one. */
export interface DtwPath {
  /** Samples of a. */
  readonly i: Uint32Array;
  /** Samples of b. */
  readonly j: Uint32Array;
}

/**
 * Null where no path comes through.
 * @param slopeLimit that the steps were found with
 */
export function tracePath({ steps, cells, cost }: DtwSteps, slopeLimit: number): DtwPath | null {
  const { rows, columns } = cells;
  if (!(cost < Infinity)) return null;
  const [i, j] = [new Uint32Array(rows + columns), new Uint32Array(rows + columns)];
  let count = 0;
  let [row, column] = [rows - 1, columns - 1];
  const add = (): void => {
    i[count] = row;
    j[count] = column;
    count += 1;
  };
  add();
  while (row > 0 || column > 0) {
    const step = steps[cellAt(cells, row, column)]!;
    if (step === UNREACHED) return null;
    if (step === ALONG_A) row -= 1;
    if (step === ALONG_B) column -= 1;
    const diagonals = step === ALONG_A || step === ALONG_B ? slopeLimit : 1;
    if (step === ALONG_A || step === ALONG_B) add();
    for (let k = 0; k < diagonals; k += 1) {
      row -= 1;
      column -= 1;
      add();
    }
  }
  return { i: i.slice(0, count).reverse(), j: j.slice(0, count).reverse() };
}

/** By how many samples b comes later than a, at each sample of b: the mean over the cells of its column. */
export function lagsOfPath({ i, j }: DtwPath, columns: number): Float64Array {
  const lags = new Float64Array(columns);
  const cells = new Uint32Array(columns);
  for (let k = 0; k < i.length; k += 1) {
    const column = j[k]!;
    lags[column]! += column - i[k]!;
    cells[column]! += 1;
  }
  return lags.map((sum, column) => sum / cells[column]!);
}
