/**
 * Where a map lies on its canvas, all in float64. World: easting and northing in the unit of the coordinates; canvas: CSS pixels
 * from the top left, y downwards. One scale in both directions, north upwards.
 */
import type { WorldExtent } from '../../../shared/geometry/world-extent.ts';
import type { PointInWorld } from '../../../shared/geometry/world-from-grid.ts';
import type { PointOnCanvas } from '../section-view.ts';

export interface MapView {
  /** In the middle of the canvas. */
  readonly centre: PointInWorld;
  /** Of the coordinates, for each CSS pixel. */
  readonly unitsPerPixel: number;
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
}

/** CSS pixels beside an extent that is shown whole: names at the ends of lines have room there. */
const MARGIN = 48;
/** A whole extent never gets smaller than this share of the canvas. */
const SMALLEST_SHARE = 0.02;
/** Coordinates are stored in centimetres at best: nothing is gained beyond a hundredth of one for each pixel. */
const LEAST_UNITS_PER_PIXEL = 1e-4;

export const canvasFromWorld = ({ centre, unitsPerPixel, width, height }: MapView, point: PointInWorld) => ({
  x: width / 2 + (point.x - centre.x) / unitsPerPixel,
  y: height / 2 - (point.y - centre.y) / unitsPerPixel,
});

export const worldFromCanvas = ({ centre, unitsPerPixel, width, height }: MapView, point: PointOnCanvas) => ({
  x: centre.x + (point.x - width / 2) * unitsPerPixel,
  y: centre.y - (point.y - height / 2) * unitsPerPixel,
});

/** What the canvas shows, and `more` times its width and height on each side. */
export function extentInView({ centre, unitsPerPixel, width, height }: MapView, more = 0): WorldExtent {
  const across = width * unitsPerPixel * (0.5 + more);
  const up = height * unitsPerPixel * (0.5 + more);
  return { west: centre.x - across, east: centre.x + across, south: centre.y - up, north: centre.y + up };
}

/** The whole extent in the middle. A single point gets ten units of room each way. */
export function wholeMapView(extent: WorldExtent, width: number, height: number): MapView {
  const { west, east, south, north } = extent;
  const room = (pixels: number): number => Math.max(pixels - 2 * MARGIN, pixels / 2, 1);
  const unitsPerPixel = Math.max((east - west) / room(width), (north - south) / room(height));
  return {
    centre: { x: west + (east - west) / 2, y: south + (north - south) / 2 },
    unitsPerPixel: unitsPerPixel > 0 ? unitsPerPixel : 20 / room(Math.min(width, height)),
    width,
    height,
  };
}

const clamp = (value: number, low: number, high: number): number => Math.min(Math.max(value, low), high);

/** Zooms so that what lies under `anchor` stays there. A factor above 1 enlarges. @param extent of all that there is */
export function zoomedMap(view: MapView, extent: WorldExtent, anchor: PointOnCanvas, factor: number): MapView {
  const most = wholeMapView(extent, view.width, view.height).unitsPerPixel / SMALLEST_SHARE;
  const unitsPerPixel = clamp(view.unitsPerPixel / factor, LEAST_UNITS_PER_PIXEL, most);
  const fixed = worldFromCanvas(view, anchor);
  return centredMap(extent, {
    ...view,
    unitsPerPixel,
    centre: {
      x: fixed.x - (anchor.x - view.width / 2) * unitsPerPixel,
      y: fixed.y + (anchor.y - view.height / 2) * unitsPerPixel,
    },
  });
}

/** Moves the map by CSS pixels. */
export const pannedMap = (view: MapView, extent: WorldExtent, dx: number, dy: number): MapView =>
  centredMap(extent, {
    ...view,
    centre: { x: view.centre.x - dx * view.unitsPerPixel, y: view.centre.y + dy * view.unitsPerPixel },
  });

/** The middle of the canvas stays on the extent, so that nobody gets lost. */
function centredMap({ west, east, south, north }: WorldExtent, view: MapView): MapView {
  return { ...view, centre: { x: clamp(view.centre.x, west, east), y: clamp(view.centre.y, south, north) } };
}
