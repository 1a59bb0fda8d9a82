/** The cells of a band, anti-diagonal after anti-diagonal: those of one follow one another by their rows. */
export interface BandCells {
  readonly rows: number;
  readonly columns: number;
  readonly count: number;
  /** Of anti-diagonal i + j, place of its first cell; one element more for the end. */
  readonly starts: Uint32Array;
  /** Its row; where an anti-diagonal has no cell, the row where one would be. */
  readonly firstRow: Uint32Array;
}

/** Cells beyond it are no matter of crossings: 46,000 x 46,000 samples. */
const MOST_CELLS = 2 ** 31;

/** @throws RangeError where there are more cells than bytes can be had for */
export function bandCells(rows: number, columns: number, bandSamples: number): BandCells {
  const diagonals = rows > 0 && columns > 0 ? rows + columns - 1 : 0;
  const starts = new Uint32Array(diagonals + 1);
  const firstRow = new Uint32Array(diagonals);
  let count = 0;
  for (let diagonal = 0; diagonal < diagonals; diagonal += 1) {
    const from = Math.max(0, diagonal - columns + 1, Math.ceil((diagonal - bandSamples) / 2));
    const to = Math.min(rows - 1, diagonal, Math.floor((diagonal + bandSamples) / 2));
    firstRow[diagonal] = from;
    count += Math.max(0, to - from + 1);
    if (count > MOST_CELLS) throw new RangeError(`a band of ${bandSamples} samples has too many cells`);
    starts[diagonal + 1] = count;
  }
  return { rows, columns, count, starts, firstRow };
}

export const cellAt = ({ starts, firstRow }: BandCells, i: number, j: number): number =>
  starts[i + j]! + i - firstRow[i + j]!;
