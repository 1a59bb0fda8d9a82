/** Where positions lie on a small map of equal scales, with its ticks and its scale bar. CSS pixels from the top left. */
import type { WorldExtent } from '../../../shared/geometry/world-extent.ts';
import type { PointInWorld } from '../../../shared/geometry/world-from-grid.ts';
import { tickLabel, tickValues, wholeLengthUpTo } from '../../scene/ticks.ts';

export interface MapTick {
  readonly at: number;
  readonly label: string;
}

export interface BaseMapLayout {
  readonly pointOf: (point: PointInWorld) => { readonly x: number; readonly y: number };
  /** Along the top edge. */
  readonly xTicks: readonly MapTick[];
  /** Along the left edge. */
  readonly yTicks: readonly MapTick[];
  /** A whole length in the unit of the coordinates. */
  readonly scaleBar: { readonly pixels: number; readonly label: string };
}

/** Of the map on each side, so that no trace lies on its edge. */
const MARGIN_SHARE = 0.06;
/** CSS pixels that a label takes along the left edge, and a character and the gap between labels along the top. */
const Y_SPACING = 30;
const CHARACTER_WIDTH = 6.6;
const X_GAP = 18;
/** Of the width: long enough to measure by, short enough to stay out of the way. */
const SCALE_BAR_SHARE = 0.3;

/** East to the right, north upwards, the extent in the middle. A single point gets a unit of room. */
export function baseMapLayout(extent: WorldExtent, width: number, height: number): BaseMapLayout {
  const { west, east, south, north } = extent;
  const across = east - west;
  const up = north - south;
  const room = (pixels: number): number => Math.max(pixels * (1 - 2 * MARGIN_SHARE), 1);
  const isPoint = across === 0 && up === 0;
  const pixelsPerUnit = isPoint ? room(width) : Math.min(room(width) / across, room(height) / up);
  const middle = { x: west + across / 2, y: south + up / 2 };
  const pointOf = ({ x, y }: PointInWorld) => ({
    x: width / 2 + (x - middle.x) * pixelsPerUnit,
    y: height / 2 - (y - middle.y) * pixelsPerUnit,
  });
  const ticks = (centre: number, pixels: number, spacing: number): ReturnType<typeof tickValues> => {
    const half = pixels / 2 / pixelsPerUnit;
    return tickValues(centre - half, centre + half, Math.max(1, Math.floor(pixels / spacing)), 0);
  };
  const digits = Math.max(...[west, east].map((x) => Math.round(x).toString().length));
  const xTicks = ticks(middle.x, width, digits * CHARACTER_WIDTH + X_GAP);
  const yTicks = ticks(middle.y, height, Y_SPACING);
  const bar = wholeLengthUpTo((width * SCALE_BAR_SHARE) / pixelsPerUnit);
  return {
    pointOf,
    xTicks: xTicks.values.map((x) => ({ at: pointOf({ x, y: 0 }).x, label: tickLabel(x, xTicks.step) })),
    yTicks: yTicks.values.map((y) => ({ at: pointOf({ x: 0, y }).y, label: tickLabel(y, yTicks.step) })),
    scaleBar: { pixels: bar * pixelsPerUnit, label: tickLabel(bar, bar) },
  };
}
