/**
 * Where two lines lie that are butted together at a crossing. One view for both: `across` counts traces of the line with the
 * closer ones, by their mean distance, so that equal lengths on the ground are equally wide; `down` counts samples of the
 * finer of the two on one axis of time (or depth), so that lines of other intervals, starts and lengths meet by time and
 * never by sample number. All in float64.
 */
import { sampleValueAt, type SampleAxis } from '../../../shared/axes.ts';
import type { PictureLayout } from '../../../shared/colour/picture-layout.ts';
import type { SectionExtent } from '../section-camera.ts';
import type { CanvasArea } from '../section-tiles.ts';
import { canvasFromPicture, type SectionView } from '../section-view.ts';

export type SplitSide = 'left' | 'right';

/** What of a line lies on one side of the seam. */
export interface SplitPart {
  /** First trace of its picture along the line, and how many there are. */
  readonly first: number;
  readonly count: number;
  /** Place of the crossing in traces along the line, between two of them. */
  readonly at: number;
  /** Which way traces count from left to right. */
  readonly direction: 1 | -1;
  /** Mean distance of its traces on the ground; null where it is not known. */
  readonly spacing: number | null;
  readonly samples: SampleAxis;
}

export type SplitGeometry = Readonly<Record<SplitSide, SplitPart>>;

const LAYOUT: PictureLayout = { across: 'rows', isAcrossReversed: false, isDownReversed: false };

interface Units {
  /** Of a cell across; 1 where a distance is not known. */
  readonly spacing: number;
  readonly intervalMs: number;
  readonly startMs: number;
  readonly endMs: number;
}

function unitsOf({ left, right }: SplitGeometry): Units {
  const intervals = [left, right].map(({ samples }) => samples.sampleIntervalUs / 1000);
  return {
    spacing: left.spacing === null || right.spacing === null ? 1 : Math.min(left.spacing, right.spacing),
    intervalMs: Math.min(...intervals),
    startMs: Math.min(left.samples.firstSampleMs, right.samples.firstSampleMs),
    endMs: Math.max(...[left, right].map(({ samples }) => sampleValueAt(samples, samples.count - 1))),
  };
}

/** Cells that a trace is wide. */
const cellsPerTrace = (geometry: SplitGeometry, side: SplitSide): number =>
  geometry.left.spacing === null || geometry.right.spacing === null
    ? 1
    : geometry[side].spacing! / unitsOf(geometry).spacing;

/** Cells from the seam to the outer edge of the outermost trace. */
function lengthOf(geometry: SplitGeometry, side: SplitSide): number {
  const { first, count, at, direction } = geometry[side];
  const isTowardsFirst = (side === 'left') === (direction === 1);
  const traces = isTowardsFirst ? at - first : first + count - 1 - at;
  return (traces + 0.5) * cellsPerTrace(geometry, side);
}

export function splitExtent(geometry: SplitGeometry): SectionExtent {
  const { spacing, intervalMs, startMs, endMs } = unitsOf(geometry);
  return {
    size: {
      across: lengthOf(geometry, 'left') + lengthOf(geometry, 'right'),
      down: (endMs - startMs) / intervalMs + 1,
    },
    layout: LAYOUT,
    // One millisecond counts as one metre, as in `metresPerSample`.
    cellAspect: spacing / intervalMs,
  };
}

/** Where the lines meet, on the canvas. */
export const seamX = (view: SectionView, geometry: SplitGeometry): number =>
  canvasFromPicture(view, { across: lengthOf(geometry, 'left') - 0.5, down: 0 }).x;

/** How one line's own picture lies on the canvas. */
export function partView(view: SectionView, geometry: SplitGeometry, side: SplitSide): SectionView {
  const { first, count, at, direction, samples } = geometry[side];
  const { intervalMs, startMs } = unitsOf(geometry);
  const ownIntervalMs = samples.sampleIntervalUs / 1000;
  const scaleAcross = view.scaleAcross * cellsPerTrace(geometry, side);
  const acrossAtSeam = direction === 1 ? at - first : count - 1 - (at - first);
  return {
    ...view,
    size: { across: count, down: samples.count },
    layout: { ...LAYOUT, isAcrossReversed: direction === -1 },
    centre: {
      across: acrossAtSeam - (seamX(view, geometry) - view.canvasWidth / 2) / scaleAcross,
      down: (startMs + view.centre.down * intervalMs - samples.firstSampleMs) / ownIntervalMs,
    },
    scaleAcross,
    scaleDown: (view.scaleDown * ownIntervalMs) / intervalMs,
  };
}

/** The canvas on that side of the seam. */
export function partArea(view: SectionView, geometry: SplitGeometry, side: SplitSide): CanvasArea {
  const seam = Math.min(Math.max(seamX(view, geometry), 0), view.canvasWidth);
  return side === 'left' ? { left: 0, right: seam } : { left: seam, right: view.canvasWidth };
}

/** The axis that both are shown along. */
export function splitSamples(geometry: SplitGeometry): SampleAxis {
  const { intervalMs, startMs, endMs } = unitsOf(geometry);
  const { left, right } = geometry;
  return {
    sampleIntervalUs: intervalMs * 1000,
    firstSampleMs: startMs,
    count: Math.round((endMs - startMs) / intervalMs) + 1,
    domain: left.samples.domain === 'unknown' ? right.samples.domain : left.samples.domain,
  };
}
