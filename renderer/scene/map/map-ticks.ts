/** Coordinate lines of a map, the same distance apart both ways, and its scale bar. CSS pixels from the top left. */
import { tickLabel, tickValues, wholeLengthUpTo } from '../ticks.ts';
import { extentInView, canvasFromWorld, type MapView } from './map-view.ts';

export interface MapTick {
  /** Easting or northing. */
  readonly value: number;
  readonly at: number;
  readonly label: string;
}

export interface MapTicks {
  readonly x: readonly MapTick[];
  readonly y: readonly MapTick[];
}

export type MapUnit = 'metres' | 'feet';

export interface ScaleBar {
  readonly pixels: number;
  readonly label: string;
}

/** Between two lines at least: seven digits and room. */
const LEAST_SPACING = 96;
/** Long enough to measure by, short enough to stay out of the way. */
const LONGEST_BAR = 140;

export function mapTicks(view: MapView): MapTicks {
  const { west, east, south, north } = extentInView(view);
  const least = LEAST_SPACING * view.unitsPerPixel;
  const ticks = (low: number, high: number, pixelOf: (value: number) => number): MapTick[] => {
    const { values, step } = tickValues(low, high, Infinity, least);
    return values.map((value) => ({ value, at: pixelOf(value), label: tickLabel(value, step) }));
  };
  return {
    x: ticks(west, east, (x) => canvasFromWorld(view, { x, y: view.centre.y }).x),
    y: ticks(south, north, (y) => canvasFromWorld(view, { x: view.centre.x, y }).y),
  };
}

export function scaleBar({ unitsPerPixel }: MapView, unit: MapUnit): ScaleBar {
  const length = wholeLengthUpTo(LONGEST_BAR * unitsPerPixel);
  return { pixels: length / unitsPerPixel, label: lengthLabel(length, unit) };
}

/** Kilometres from one on; feet stay feet. */
export function lengthLabel(length: number, unit: MapUnit): string {
  if (unit === 'metres' && length >= 1000) return `${length / 1000} km`;
  return `${Number(length.toPrecision(3)).toLocaleString('en-US', { maximumFractionDigits: 4 })} ${unit === 'metres' ? 'm' : 'ft'}`;
}
