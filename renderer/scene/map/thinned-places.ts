/** One place for each cell of a grid over a region. */
import type { WorldExtent } from '../../../shared/geometry/world-extent.ts';
import type { PointInWorld } from '../../../shared/geometry/world-from-grid.ts';

/**
 * @param cell width and height of a cell; cells begin at whole multiples, so that another region keeps the same places
 * @returns x and y of the first place of each cell, relative to `origin`
 */
export function thinnedPlaces(
  { x, y }: { readonly x: Float64Array; readonly y: Float64Array },
  { west, east, south, north }: WorldExtent,
  cell: number,
  origin: PointInWorld,
): Float32Array {
  const places: number[] = [];
  const taken = new Set<number>();
  const firstColumn = Math.floor(west / cell);
  const firstRow = Math.floor(south / cell);
  const columns = Math.floor(east / cell) - firstColumn + 1;
  for (let k = 0; k < x.length; k += 1) {
    const [px, py] = [x[k]!, y[k]!];
    if (!(px >= west && px <= east && py >= south && py <= north)) continue;
    const at = (Math.floor(py / cell) - firstRow) * columns + Math.floor(px / cell) - firstColumn;
    if (taken.has(at)) continue;
    taken.add(at);
    places.push(px - origin.x, py - origin.y);
  }
  return Float32Array.from(places);
}
