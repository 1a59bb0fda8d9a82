/** The affine map over all traces of a scanned file that have both line numbers and coordinates. */
import { AffineNormal } from '../../../shared/geometry/affine-normal.ts';
import { fitWithoutOutliers, type PlausibleFit } from '../../../shared/geometry/fit-without-outliers.ts';
import { squaredResidual } from '../../../shared/geometry/fit-world-from-grid.ts';
import type { WorldFitQuality } from '../../../shared/geometry/world-fit.ts';
import type { WorldFromGrid } from '../../../shared/geometry/world-from-grid.ts';
import { placedChunks, somePlaced } from './placed-traces.ts';
import type { GridAxes, PlacedChunk, TracePlaces } from './placed-traces.ts';

export interface TraceFit {
  readonly worldFromGrid: WorldFromGrid;
  readonly quality: WorldFitQuality;
  /** 0-based, of a few traces that were left out. */
  readonly leftOut: readonly number[];
}

/** Traces that show the grid, and which coordinates are wild; spread at random, since even spacing may always hit the same crossline. */
const FIRST_LOOK = 1024;
const EXAMPLES = 3;

/**
 * A first look at evenly spread traces says what is plausible; then one pass over all traces for the normal
 * equations and one for the residuals, neither of which keeps anything a trace. Null where no trace has coordinates.
 */
export function fitTraces(traces: TracePlaces, axes: GridAxes): TraceFit | null {
  const first = fitWithoutOutliers(somePlaced(traces, axes, FIRST_LOOK, 3));
  if (first === null) return null;
  const normal = new AffineNormal();
  const leftOut: number[] = [];
  let leftOutCount = 0;
  for (const chunk of placedChunks(traces, axes)) {
    const placed = chunk.count;
    keepPlausible(chunk, first, leftOut);
    leftOutCount += placed - chunk.count;
    const { inline, crossline, x, y } = chunk;
    for (let n = 0; n < chunk.count; n += 1) normal.add(inline[n]!, crossline[n]!, x[n]!, y[n]!);
  }
  const worldFromGrid = normal.solve();
  if (worldFromGrid === null) return null;
  let [sum, most, maxTrace] = [0, -1, 0];
  for (const chunk of placedChunks(traces, axes)) {
    keepPlausible(chunk, first, []);
    for (let n = 0; n < chunk.count; n += 1) {
      const square = squaredResidual(worldFromGrid, chunk.inline[n]!, chunk.crossline[n]!, chunk.x[n]!, chunk.y[n]!);
      sum += square;
      if (square <= most) continue;
      most = square;
      maxTrace = chunk.trace[n]!;
    }
  }
  const quality = {
    rmsResidual: Math.sqrt(sum / normal.count),
    maxResidual: Math.sqrt(most),
    maxTrace,
    traceCount: normal.count,
    leftOutCount,
  };
  return { worldFromGrid, quality, leftOut };
}

/** Leaves out what the first look finds too far off. @param leftOut takes up to `EXAMPLES` of them */
function keepPlausible(chunk: PlacedChunk, { worldFromGrid, tolerance }: PlausibleFit, leftOut: number[]): void {
  const { trace, inline, crossline, x, y } = chunk;
  const farthest = tolerance * tolerance;
  let kept = 0;
  for (let n = 0; n < chunk.count; n += 1) {
    if (squaredResidual(worldFromGrid, inline[n]!, crossline[n]!, x[n]!, y[n]!) > farthest) {
      if (leftOut.length < EXAMPLES) leftOut.push(trace[n]!);
      continue;
    }
    if (kept < n) {
      trace[kept] = trace[n]!;
      inline[kept] = inline[n]!;
      crossline[kept] = crossline[n]!;
      x[kept] = x[n]!;
      y[kept] = y[n]!;
    }
    kept += 1;
  }
  chunk.count = kept;
}
