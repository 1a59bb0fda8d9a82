/** A rectangle on the ground, sides towards the points of the compass. World coordinates, float64. */
export interface WorldExtent {
  readonly west: number;
  readonly east: number;
  readonly south: number;
  readonly north: number;
}

/** Null where no point is finite. */
export function extentOf(x: ArrayLike<number>, y: ArrayLike<number>): WorldExtent | null {
  let [west, east, south, north] = [Infinity, -Infinity, Infinity, -Infinity];
  for (let i = 0; i < x.length; i += 1) {
    const [px, py] = [x[i]!, y[i]!];
    // Not finite where one of them is not.
    if (!Number.isFinite(px - py)) continue;
    if (px < west) west = px;
    if (px > east) east = px;
    if (py < south) south = py;
    if (py > north) north = py;
  }
  return west <= east ? { west, east, south, north } : null;
}

/** Round all of them; null where there are none. */
export function extentAround(extents: readonly WorldExtent[]): WorldExtent | null {
  if (extents.length === 0) return null;
  return extents.reduce((a, b) => ({
    west: Math.min(a.west, b.west),
    east: Math.max(a.east, b.east),
    south: Math.min(a.south, b.south),
    north: Math.max(a.north, b.north),
  }));
}

/** Also where they only touch. */
export const isMeeting = (a: WorldExtent, b: WorldExtent): boolean =>
  a.west <= b.east && b.west <= a.east && a.south <= b.north && b.south <= a.north;

/** Whether `inner` lies in `outer`, its sides included. */
export const isWithin = (inner: WorldExtent, outer: WorldExtent): boolean =>
  inner.west >= outer.west && inner.east <= outer.east && inner.south >= outer.south && inner.north <= outer.north;
