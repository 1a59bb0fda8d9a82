/** Ticks and labels of the box's axes as they lie on the canvas. Pure: the projection comes in as a function. */
import { sampleUnit, type Domain } from '../../shared/axes.ts';
import { GRID_AXES, middleOfEdge, outlineEdges, type BoxEdge } from './box-edges.ts';
import type { CubeAxes } from './ground.ts';
import { isInside, isOverlapping, LINE_HEIGHT, type LabelBox } from './label-box.ts';
import { localFromGrid, type LocalFrame, type PointInLocal } from './local-frame.ts';
import type { GridAxis } from './plane-corners.ts';
import type { PointOnCanvas } from './section-view.ts';
import { lineTicks, sampleTicks, type Tick } from './ticks.ts';

export interface TickMark {
  readonly from: PointOnCanvas;
  readonly to: PointOnCanvas;
}

export interface AxisDrawing {
  readonly labels: readonly LabelBox[];
  readonly marks: readonly TickMark[];
}

/** What the two axes of lines are called. */
export interface LineTitles {
  readonly inline: string;
  readonly crossline: string;
}

export const GRID_TITLES: LineTitles = { inline: 'Inline', crossline: 'Crossline' };

export interface LabelSurroundings {
  readonly frame: LocalFrame;
  readonly axes: CubeAxes;
  readonly titles: LineTitles;
  /** Position of the camera in the local frame. */
  readonly eye: PointInLocal;
  readonly canvas: { readonly width: number; readonly height: number };
  readonly project: (point: PointInLocal) => PointOnCanvas;
  /** Width of a label in CSS pixels. */
  readonly measure: (text: string, kind: LabelBox['kind']) => number;
}

/** CSS pixels. */
const MARK_LENGTH = 5;
const GAP = 4;
/** Least distance between two ticks along an edge that runs across, or down. */
const SPACING = { across: 50, down: 30 } as const;
/** An edge that is seen almost end-on carries no axis. */
const LEAST_EDGE = 36;

export function axisDrawing(surroundings: LabelSurroundings): AxisDrawing {
  const drawings = GRID_AXES.map((axis) => edgeDrawing(axis, surroundings));
  const placed: LabelBox[] = [];
  // Titles first: an axis without its title says nothing, one with fewer numbers still does.
  const candidates = [...drawings.flatMap(({ title }) => title ?? []), ...drawings.flatMap(({ labels }) => labels)];
  for (const label of candidates) {
    if (isInside(label, surroundings.canvas) && !placed.some((other) => isOverlapping(label, other)))
      placed.push(label);
  }
  return { labels: placed, marks: drawings.flatMap(({ marks }) => marks) };
}

interface EdgeDrawing extends AxisDrawing {
  readonly title: LabelBox | null;
}

const NOTHING: EdgeDrawing = { labels: [], marks: [], title: null };

function edgeDrawing(axis: GridAxis, surroundings: LabelSurroundings): EdgeDrawing {
  const { frame, axes, titles, project, measure } = surroundings;
  const edge = axisEdge(axis, surroundings);
  if (edge === null) return NOTHING;
  const from = project(localFromGrid(frame, edge.low));
  const to = project(localFromGrid(frame, edge.high));
  const along = { x: to.x - from.x, y: to.y - from.y };
  const length = Math.hypot(along.x, along.y);
  if (!(length >= LEAST_EDGE)) return NOTHING;

  const middle = project(middleOfEdge(frame, edge));
  const centre = project({ x: 0, y: 0, z: 0 });
  const side = (middle.x - centre.x) * -along.y + (middle.y - centre.y) * along.x < 0 ? -1 : 1;
  const outward = { x: (side * -along.y) / length, y: (side * along.x) / length };
  const spacing = Math.abs(along.x) > Math.abs(along.y) ? SPACING.across : SPACING.down;
  const ticks = ticksOf(axis, axes, edge, Math.max(Math.floor(length / spacing), 1));

  const labelAt = (point: PointOnCanvas, text: string, kind: LabelBox['kind'], distance: number): LabelBox => {
    const width = measure(text, kind);
    const reach = distance + (Math.abs(outward.x) * width + Math.abs(outward.y) * LINE_HEIGHT) / 2;
    return { text, kind, x: point.x + outward.x * reach, y: point.y + outward.y * reach, width, height: LINE_HEIGHT };
  };
  const placed = ticks.map(({ position, label }) => {
    const at = project(localFromGrid(frame, { ...edge.low, [axis]: position }));
    const mark = { from: at, to: { x: at.x + outward.x * MARK_LENGTH, y: at.y + outward.y * MARK_LENGTH } };
    return { mark, label: labelAt(at, label, 'tick', MARK_LENGTH + GAP) };
  });
  const labels = placed.map(({ label }) => label);
  const widest = Math.max(0, ...labels.map(({ width }) => width));
  const beyondLabels = MARK_LENGTH + 2.5 * GAP + Math.abs(outward.x) * widest + Math.abs(outward.y) * LINE_HEIGHT;
  const text = axis === 'sample' ? sampleTitle(axes.samples.domain) : titles[axis];
  const title =
    axis === 'sample' ? aboveEdge(from, text, measure(text, 'title')) : labelAt(middle, text, 'title', beyondLabels);
  return { labels, marks: placed.map(({ mark }) => mark), title };
}

/** Above the labels of an edge that runs down: beside them it would take its whole width from the box. */
const aboveEdge = (top: PointOnCanvas, text: string, width: number): LabelBox => ({
  text,
  kind: 'title',
  x: top.x - GAP - width / 2,
  y: top.y - 1.5 * LINE_HEIGHT,
  width,
  height: LINE_HEIGHT,
});

/** Of the edges on the box's outline the lower one for lines, the left one for samples. */
function axisEdge(axis: GridAxis, { frame, eye, project }: LabelSurroundings): BoxEdge | null {
  const rank = (edge: BoxEdge): number => {
    const { x, y } = project(middleOfEdge(frame, edge));
    return axis === 'sample' ? -x : y;
  };
  const edges = outlineEdges(frame, eye, axis);
  return edges.reduce<BoxEdge | null>((best, edge) => (best === null || rank(edge) > rank(best) ? edge : best), null);
}

function ticksOf(axis: GridAxis, axes: CubeAxes, { low, high }: BoxEdge, maxCount: number): Tick[] {
  return axis === 'sample'
    ? sampleTicks(axes.samples, low.sample, high.sample, maxCount)
    : lineTicks(axes[axis], low[axis], high[axis], maxCount);
}

function sampleTitle(domain: Domain): string {
  const unit = sampleUnit(domain);
  const name = { time: 'Time', depth: 'Depth', unknown: 'Sample' }[domain];
  return unit === '' ? name : `${name} (${unit})`;
}
