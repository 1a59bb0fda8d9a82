/** The affine map that fits surveyed trace positions best. */
import { AffineNormal } from './affine-normal.ts';
import type { WorldFromGrid } from './world-from-grid.ts';

export type GridValues = Float64Array | readonly number[];

export interface GridPoints {
  /** Grid indices (fractions allowed) and world coordinates of each point; equal lengths. */
  readonly inline: GridValues;
  readonly crossline: GridValues;
  readonly x: GridValues;
  readonly y: GridValues;
}

export interface WorldFit {
  readonly worldFromGrid: WorldFromGrid;
  /** Root mean square and largest distance between stored and fitted positions, in world units. */
  readonly rmsResidual: number;
  readonly maxResidual: number;
}

/** Least squares over all points. Null without points. */
export function fitWorldFromGrid({ inline, crossline, x, y }: GridPoints): WorldFit | null {
  const normal = new AffineNormal();
  for (let n = 0; n < x.length; n += 1) normal.add(inline[n]!, crossline[n]!, x[n]!, y[n]!);
  const worldFromGrid = normal.solve();
  if (worldFromGrid === null) return null;
  let sum = 0;
  let most = 0;
  for (let n = 0; n < x.length; n += 1) {
    const square = squaredResidual(worldFromGrid, inline[n]!, crossline[n]!, x[n]!, y[n]!);
    sum += square;
    most = Math.max(most, square);
  }
  return { worldFromGrid, rmsResidual: Math.sqrt(sum / x.length), maxResidual: Math.sqrt(most) };
}

/** Of the distance between the stored and the mapped position, in world units squared. */
export function squaredResidual(world: WorldFromGrid, inline: number, crossline: number, x: number, y: number): number {
  const dx = x - world.originX - inline * world.inlineX - crossline * world.crosslineX;
  const dy = y - world.originY - inline * world.inlineY - crossline * world.crosslineY;
  return dx * dx + dy * dy;
}

/** The longer of the two steps of the grid, in world units; 0 where neither is known. */
export const longerStep = ({ inlineX, inlineY, crosslineX, crosslineY }: WorldFromGrid): number =>
  Math.max(Math.hypot(inlineX, inlineY), Math.hypot(crosslineX, crosslineY));
