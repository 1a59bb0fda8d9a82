/** Ticks of a section's two edges, in CSS pixels from the canvas's left and top. */
import type { LineNavigation } from '../../../shared/navigation.ts';
import type { SlicePlane } from '../../../shared/slices.ts';
import type { SurveyInfo } from '../../../shared/survey.ts';
import {
  canvasFromPicture,
  pictureFromCanvas,
  pictureFromSection,
  sectionFromPicture,
  type SectionView,
} from '../../scene/section-view.ts';
import type { SectionPoint } from '../../scene/survey-position.ts';
import { lineTicks, offsetTicks, sampleTicks, traceTicks, type Tick } from '../../scene/ticks.ts';
import { orientationName, orientationUnit } from '../../state/position-labels.ts';
import { cdpTicks, distanceTicks, type LineTicks } from './line-axes.ts';

export interface EdgeTick {
  readonly at: number;
  readonly label: string;
}

export interface EdgeAxis {
  readonly title: string;
  readonly ticks: readonly EdgeTick[];
}

export interface SectionAxes {
  readonly top: EdgeAxis;
  readonly left: EdgeAxis;
  /** Distance along a 2D line; null elsewhere. */
  readonly bottom: EdgeAxis | null;
}

/** CSS pixels that a label with its gap takes along the edge. */
const TOP_SPACING = 56;
const LEFT_SPACING = 36;

type Dimension = 'inline' | 'crossline' | 'sample' | 'offset' | 'traces';

/** What rows and columns of a slice count (see `SlicePlane`). */
function dimensionsOf({ orientation }: SlicePlane): { rows: Dimension; columns: Dimension } {
  switch (orientation) {
    case 'inline':
      return { rows: 'crossline', columns: 'sample' };
    case 'crossline':
      return { rows: 'inline', columns: 'sample' };
    case 'sample':
      return { rows: 'inline', columns: 'crossline' };
    case 'gather':
      return { rows: 'offset', columns: 'sample' };
    case 'traces':
    case 'along':
      return { rows: 'traces', columns: 'sample' };
  }
}

/** @param navigation of the plane's traces; null where they are along no line, or it is not known yet */
export function sectionAxes(
  info: SurveyInfo,
  plane: SlicePlane,
  view: SectionView,
  navigation: LineNavigation | null,
): SectionAxes {
  const { rows, columns } = dimensionsOf(plane);
  const isRowsAcross = view.layout.across === 'rows';
  const from = sectionFromPicture(view, pictureFromCanvas(view, { x: 0, y: 0 }));
  const to = sectionFromPicture(view, pictureFromCanvas(view, { x: view.canvasWidth, y: view.canvasHeight }));
  const edge = (dimension: Dimension, part: 'row' | 'column', isAcross: boolean): EdgeAxis => {
    const { low, high } = rangeOf(view, part, from, to);
    const length = isAcross ? view.canvasWidth : view.canvasHeight;
    const mostTicks = Math.max(2, Math.floor(length / (isAcross ? TOP_SPACING : LEFT_SPACING)));
    return {
      title: titleOf(info, dimension),
      ticks: ticksOf(info, plane, dimension, low, high, mostTicks).map(({ position, label }) => {
        const point = canvasFromPicture(view, pictureFromSection(view, { row: 0, column: 0, [part]: position }));
        return { at: isAcross ? point.x : point.y, label };
      }),
    };
  };
  if (!isRowsAcross) return { top: edge(columns, 'column', true), left: edge(rows, 'row', false), bottom: null };
  const alongLine = (ticks: LineTicks): EdgeAxis => {
    const { low, high } = rangeOf(view, 'row', from, to);
    const found = ticks.ticksBetween(low, high, Math.max(2, Math.floor(view.canvasWidth / TOP_SPACING)));
    return { title: ticks.title, ticks: found.map(({ position, label }) => ({ at: atAcross(view, position), label })) };
  };
  const cdp = navigation && cdpTicks(navigation);
  const distance = navigation && distanceTicks(navigation, info);
  return {
    top: cdp === null ? edge(rows, 'row', true) : alongLine(cdp),
    left: edge(columns, 'column', false),
    bottom: distance && alongLine(distance),
  };
}

/** Fractional rows or columns that are seen. */
function rangeOf(
  view: SectionView,
  part: 'row' | 'column',
  from: SectionPoint,
  to: SectionPoint,
): { readonly low: number; readonly high: number } {
  const count = part === 'row' ? rowCount(view) : columnCount(view);
  return {
    low: Math.max(Math.min(from[part], to[part]), 0),
    high: Math.min(Math.max(from[part], to[part]), count - 1),
  };
}

const atAcross = (view: SectionView, row: number): number =>
  canvasFromPicture(view, pictureFromSection(view, { row, column: 0 })).x;

const rowCount = ({ size, layout }: SectionView): number => (layout.across === 'rows' ? size.across : size.down);
const columnCount = ({ size, layout }: SectionView): number => (layout.across === 'rows' ? size.down : size.across);

function titleOf(info: SurveyInfo, dimension: Dimension): string {
  if (dimension === 'offset') return info.gathers?.offsets.kind === 'offsets' ? 'Offset' : 'Trace of the gather';
  const unit = orientationUnit(info, dimension);
  const name = orientationName(info, dimension);
  return unit === '' ? name : `${name} (${unit})`;
}

function ticksOf(
  info: SurveyInfo,
  plane: SlicePlane,
  dimension: Dimension,
  low: number,
  high: number,
  most: number,
): Tick[] {
  switch (dimension) {
    case 'inline':
      return info.inline === null ? [] : lineTicks(info.inline, low, high, most);
    case 'crossline':
      return info.crossline === null ? [] : lineTicks(info.crossline, low, high, most);
    case 'sample':
      return sampleTicks(info.samples, low, high, most);
    case 'offset':
      return info.gathers === null ? [] : offsetTicks(info.gathers.offsets, low, high, most);
    case 'traces':
      return traceTicks(low + plane.index, high + plane.index, most).map(({ position, label }) => ({
        position: position - plane.index,
        label,
      }));
  }
}
