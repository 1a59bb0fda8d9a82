/**
 * Indices of the exact slice, cells of a decimated picture of it, and texels of a tile of that picture. Cell k of a
 * picture decimated by d shows index k * d and covers d / 2 to both sides.
 */

/**
 * The indices that a tile's cells cover. The outermost cells reach to the ends of the picture, so that coarse and exact
 * pictures cover the same ground.
 */
export function cellRange(
  firstCell: number,
  cells: number,
  allCells: number,
  decimation: number,
  ends: readonly [low: number, high: number],
): { readonly low: number; readonly high: number } {
  const edge = (cell: number): number => Math.min(Math.max(cell * decimation - decimation / 2, ends[0]), ends[1]);
  return {
    low: firstCell === 0 ? ends[0] : edge(firstCell),
    high: firstCell + cells === allCells ? ends[1] : edge(firstCell + cells),
  };
}

/** Texel coordinate of an index: texel k covers k to k + 1. `firstTexel` is the cell that the tile's first texel holds. */
export const texelAt = (index: number, decimation: number, firstTexel: number): number =>
  index / decimation + 0.5 - firstTexel;
