/** The affine map over all traces of a scanned file that have both line numbers and coordinates. */
import type { LineAxis } from '../../../shared/axes.ts';
import { AffineNormal } from '../../../shared/geometry/affine-normal.ts';
import { fitWithoutOutliers } from '../../../shared/geometry/fit-without-outliers.ts';
import { squaredResidual, type GridPoints } from '../../../shared/geometry/fit-world-from-grid.ts';
import type { WorldFitQuality } from '../../../shared/geometry/world-fit.ts';
import type { WorldFromGrid } from '../../../shared/geometry/world-from-grid.ts';
import { isCoordinate } from './coordinate-words.ts';
import { applyScalar } from './scaled-words.ts';
import { pickTraces } from './seeded-random.ts';

/** One element a trace, in file order. */
export interface TracePlaces {
  readonly inline: Int32Array;
  readonly crossline: Int32Array;
  /** As stored. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly coordinateScalar: Float64Array;
}

export interface GridAxes {
  readonly inline: LineAxis;
  readonly crossline: LineAxis;
  /** Traces at (0, 0) carry no line numbers. */
  readonly isZeroUnset: boolean;
}

export interface TraceFit {
  readonly worldFromGrid: WorldFromGrid;
  readonly quality: WorldFitQuality;
  /** 0-based, of a few traces that were left out. */
  readonly leftOut: readonly number[];
}

/** Shows the grid, and which coordinates are wild, before all traces are looked at. */
const FIRST_LOOK = 1024;
const EXAMPLES = 3;

/**
 * A first look at evenly spread traces says what is plausible; then one pass over all traces for the normal
 * equations and one for the residuals, neither of which keeps anything a trace. Null where no trace has coordinates.
 */
export function fitTraces(traces: TracePlaces, axes: GridAxes): TraceFit | null {
  const placed = placedTraces(traces, axes);
  const first = fitWithoutOutliers(firstLook(placed));
  if (first === null) return null;
  const farthest = first.tolerance * first.tolerance;
  const normal = new AffineNormal();
  const leftOut: number[] = [];
  let leftOutCount = 0;
  placed((trace, i, j, x, y) => {
    if (squaredResidual(first.worldFromGrid, i, j, x, y) <= farthest) {
      normal.add(i, j, x, y);
      return;
    }
    leftOutCount += 1;
    if (leftOut.length < EXAMPLES) leftOut.push(trace);
  });
  const worldFromGrid = normal.solve();
  if (worldFromGrid === null) return null;
  let [sum, most, maxTrace] = [0, -1, 0];
  placed((trace, i, j, x, y) => {
    if (squaredResidual(first.worldFromGrid, i, j, x, y) > farthest) return;
    const square = squaredResidual(worldFromGrid, i, j, x, y);
    sum += square;
    if (square > most) [most, maxTrace] = [square, trace];
  });
  const quality = {
    rmsResidual: Math.sqrt(sum / normal.count),
    maxResidual: Math.sqrt(most),
    maxTrace,
    traceCount: normal.count,
    leftOutCount,
  };
  return { worldFromGrid, quality, leftOut };
}

type Visit = (trace: number, inlineIndex: number, crosslineIndex: number, x: number, y: number) => void;

/** Visits every trace that has line numbers and coordinates, in file order. */
function placedTraces(traces: TracePlaces, axes: GridAxes): (visit: Visit) => void {
  const { inline, crossline, x, y, coordinateScalar } = traces;
  const { isZeroUnset } = axes;
  const [firstInline, inlineStep] = [axes.inline.first, axes.inline.step];
  const [firstCrossline, crosslineStep] = [axes.crossline.first, axes.crossline.step];
  return (visit) => {
    for (let trace = 0; trace < x.length; trace += 1) {
      const line = inline[trace]!;
      const cross = crossline[trace]!;
      if (isZeroUnset && line === 0 && cross === 0) continue;
      if (!isCoordinate(x[trace]!, y[trace]!)) continue;
      const scalar = coordinateScalar[trace]!;
      visit(
        trace,
        (line - firstInline) / inlineStep,
        (cross - firstCrossline) / crosslineStep,
        applyScalar(x[trace]!, scalar),
        applyScalar(y[trace]!, scalar),
      );
    }
  };
}

/** Some of the placed traces, spread over all at random: even spacing may always hit the same crossline. */
function firstLook(placed: (visit: Visit) => void): GridPoints {
  let count = 0;
  placed(() => (count += 1));
  const picks = pickTraces(count, FIRST_LOOK, 3);
  const points = { inline: [] as number[], crossline: [] as number[], x: [] as number[], y: [] as number[] };
  let [seen, taken] = [0, 0];
  placed((_, inlineIndex, crosslineIndex, x, y) => {
    const ordinal = seen++;
    if (ordinal !== picks[taken]) return;
    while (picks[taken] === ordinal) taken += 1;
    points.inline.push(inlineIndex);
    points.crossline.push(crosslineIndex);
    points.x.push(x);
    points.y.push(y);
  });
  return points;
}
