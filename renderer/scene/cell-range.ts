/**
 * Where a tile's cells lie in indices of the exact slice. Cell k of a picture decimated by d shows index k * d and covers
 * d / 2 to both sides; the outermost cells reach to the ends of the picture, so that coarse and exact pictures cover the
 * same ground.
 */
export function cellRange(
  firstCell: number,
  cells: number,
  allCells: number,
  decimation: number,
  low: number,
  high: number,
): { readonly low: number; readonly high: number } {
  const edge = (cell: number): number => cell * decimation - decimation / 2;
  return {
    low: firstCell === 0 ? low : Math.max(edge(firstCell), low),
    high: firstCell + cells === allCells ? high : Math.min(edge(firstCell + cells), high),
  };
}
