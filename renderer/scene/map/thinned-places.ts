/** One place for each cell of a grid over a region. */
import type { WorldExtent } from '../../../shared/geometry/world-extent.ts';

/**
 * @param cell width and height of a cell; cells begin at whole multiples, so that another region keeps the same places
 * @param order in which they are looked at; null: as they are
 * @returns the first place of each cell, in that order
 */
export function thinnedPlaces(
  { x, y }: { readonly x: Float64Array; readonly y: Float64Array },
  { west, east, south, north }: WorldExtent,
  cell: number,
  order: Uint32Array | null = null,
): Uint32Array {
  const places: number[] = [];
  const taken = new Set<number>();
  const firstColumn = Math.floor(west / cell);
  const firstRow = Math.floor(south / cell);
  const columns = Math.floor(east / cell) - firstColumn + 1;
  for (let i = 0; i < x.length; i += 1) {
    const k = order === null ? i : order[i]!;
    const [px, py] = [x[k]!, y[k]!];
    if (!(px >= west && px <= east && py >= south && py <= north)) continue;
    const at = (Math.floor(py / cell) - firstRow) * columns + Math.floor(px / cell) - firstColumn;
    if (taken.has(at)) continue;
    taken.add(at);
    places.push(k);
  }
  return Uint32Array.from(places);
}
