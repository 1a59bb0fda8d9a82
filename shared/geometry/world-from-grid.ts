/** The affine map from a cube's grid (inline index, crossline index) to world coordinates. */
export interface WorldFromGrid {
  /** World position (easting, northing) of grid position (0, 0). */
  readonly originX: number;
  readonly originY: number;
  /** World step of one inline index. */
  readonly inlineX: number;
  readonly inlineY: number;
  /** World step of one crossline index. */
  readonly crosslineX: number;
  readonly crosslineY: number;
}

export interface PointInWorld {
  readonly x: number;
  readonly y: number;
}

export interface PointInGrid {
  /** Fractional indices; 0 is the first line. */
  readonly inline: number;
  readonly crossline: number;
}

export function worldPoint(worldFromGrid: WorldFromGrid, pointInGrid: PointInGrid): PointInWorld {
  const { originX, originY, inlineX, inlineY, crosslineX, crosslineY } = worldFromGrid;
  return {
    x: originX + pointInGrid.inline * inlineX + pointInGrid.crossline * crosslineX,
    y: originY + pointInGrid.inline * inlineY + pointInGrid.crossline * crosslineY,
  };
}

/** Null where the two steps are parallel, as for a single line. */
export function gridPoint(worldFromGrid: WorldFromGrid, point: PointInWorld): PointInGrid | null {
  const { originX, originY, inlineX, inlineY, crosslineX, crosslineY } = worldFromGrid;
  const determinant = inlineX * crosslineY - inlineY * crosslineX;
  if (determinant === 0) return null;
  const dx = point.x - originX;
  const dy = point.y - originY;
  return {
    inline: (dx * crosslineY - dy * crosslineX) / determinant,
    crossline: (inlineX * dy - inlineY * dx) / determinant,
  };
}
