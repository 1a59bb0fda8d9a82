/** Which traces of a path are its corners: between two of them the others stand evenly on a straight way, within a tolerance. Pure. */

/**
 * By halving (Douglas and Peucker 1973), with each trace compared with its own place on the way and not with the nearest: where
 * traces stand unevenly, their picture must not slide along.
 * @param x,z of every trace of one run, no NaN
 * @returns ascending, the first and the last among them
 */
export function pathCorners(x: Float64Array, z: Float64Array, tolerance: number): number[] {
  const last = x.length - 1;
  const corners = [0];
  const ends = [last];
  while (ends.length > 0) {
    const [from, to] = [corners.at(-1)!, ends.at(-1)!];
    const furthest = furthestBetween(x, z, from, to);
    if (furthest.away > tolerance) ends.push(furthest.at);
    else {
      if (to > from) corners.push(to);
      ends.pop();
    }
  }
  return corners;
}

function furthestBetween(x: Float64Array, z: Float64Array, from: number, to: number): { at: number; away: number } {
  const [stepX, stepZ] = [(x[to]! - x[from]!) / (to - from || 1), (z[to]! - z[from]!) / (to - from || 1)];
  let at = from;
  let away = 0;
  for (let k = from + 1; k < to; k += 1) {
    const offX = x[k]! - x[from]! - (k - from) * stepX;
    const offZ = z[k]! - z[from]! - (k - from) * stepZ;
    const squared = offX * offX + offZ * offZ;
    if (squared <= away) continue;
    away = squared;
    at = k;
  }
  return { at, away: Math.sqrt(away) };
}
