/** A first affine map that a few wild points do not pull away, and how far from it a point may lie. */
import { AffineNormal } from './affine-normal.ts';
import { fitWorldFromGrid, longerStep, squaredResidual, type GridPoints } from './fit-world-from-grid.ts';
import type { WorldFromGrid } from './world-from-grid.ts';

export interface PlausibleFit {
  readonly worldFromGrid: WorldFromGrid;
  /** In world units; what lies farther from the map is not meant to be there. */
  readonly tolerance: number;
}

/** Maps through three random points each: with 40 % wild points one in five is free of them, so that none is nearly impossible. */
const TRIALS = 200;
/** A position may be this many bins from its place before it is wild: navigation is corrected by less. */
const MOST_BINS_OFF = 10;
/** In robust standard deviations. Where line numbers and coordinates have little to do with each other, none is wild. */
const MOST_DEVIATIONS = 20;
/** Of a normal distribution, from the median of distances (Rousseeuw and Leroy, 1987). */
const DEVIATION_FROM_MEDIAN = 1.4826;

/**
 * Least squares where it leaves no point far off, else the least median of squares (Rousseeuw, 1984) over seeded triples,
 * refined by least squares over the points near it. Null without points.
 * @param points a few thousand at most; each trial looks at all of them
 */
export function fitWithoutOutliers(points: GridPoints): PlausibleFit | null {
  const all = fitWorldFromGrid(points);
  if (all === null) return null;
  if (all.maxResidual <= longerStep(all.worldFromGrid)) return plausible(points, all.worldFromGrid);
  const seed = leastMedian(points, all.worldFromGrid);
  const { tolerance } = plausible(points, seed);
  const near = new AffineNormal();
  const { inline, crossline, x, y } = points;
  for (let n = 0; n < x.length; n += 1) {
    if (squaredResidual(seed, inline[n]!, crossline[n]!, x[n]!, y[n]!) > tolerance * tolerance) continue;
    near.add(inline[n]!, crossline[n]!, x[n]!, y[n]!);
  }
  return plausible(points, near.solve() ?? seed);
}

function plausible(points: GridPoints, worldFromGrid: WorldFromGrid): PlausibleFit {
  const deviation = DEVIATION_FROM_MEDIAN * Math.sqrt(medianSquare(points, worldFromGrid));
  const tolerance = Math.max(MOST_BINS_OFF * longerStep(worldFromGrid), MOST_DEVIATIONS * deviation);
  return { worldFromGrid, tolerance };
}

function leastMedian(points: GridPoints, first: WorldFromGrid): WorldFromGrid {
  let best = first;
  let least = medianSquare(points, first);
  const random = randomIndices(points.x.length);
  for (let trial = 0; trial < TRIALS; trial += 1) {
    const triple = new AffineNormal();
    for (let corner = 0; corner < 3; corner += 1) {
      const n = random();
      triple.add(points.inline[n]!, points.crossline[n]!, points.x[n]!, points.y[n]!);
    }
    const map = triple.solve();
    if (map === null) continue;
    const median = medianSquare(points, map);
    if (median < least) [best, least] = [map, median];
  }
  return best;
}

function medianSquare({ inline, crossline, x, y }: GridPoints, map: WorldFromGrid): number {
  const squares = new Float64Array(x.length);
  for (let n = 0; n < squares.length; n += 1) {
    squares[n] = squaredResidual(map, inline[n]!, crossline[n]!, x[n]!, y[n]!);
  }
  return squares.sort()[squares.length >> 1]!;
}

/** The same points give the same map: a linear congruential generator (Numerical Recipes, 1992). */
function randomIndices(count: number): () => number {
  let state = 1;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * count);
  };
}
