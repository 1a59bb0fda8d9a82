/** Tick positions and labels for the axes of all scenes. Positions are fractional 0-based indices, as the scenes use. */
import {
  type LineAxis,
  type OffsetAxis,
  offsetCount,
  offsetLabelAt,
  type SampleAxis,
  sampleValueAt,
} from '../../shared/axes.ts';
import { offsetIndex } from '../../shared/units.ts';

export interface Tick {
  /** Fractional index on the axis. */
  readonly position: number;
  readonly label: string;
}

/** Smallest of 1, 2, 5 times a power of ten, from 10 on also of 2.5 times one, that is no less than `least` (positive). */
export function niceStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least));
  // The tolerance keeps 10 ** log10(1000), which is 999.9999999999998, from becoming 2000.
  const factors = power >= 10 ? [1, 2, 2.5, 5] : [1, 2, 5];
  const factor = factors.find((candidate) => candidate * power >= least * (1 - 1e-9)) ?? 10;
  return factor * power;
}

/** The largest of 1, 2, 5 times a power of ten that is no more than `most` (positive): the length of a scale bar. */
export function wholeLengthUpTo(most: number): number {
  const power = 10 ** Math.floor(Math.log10(most));
  return power * ([5, 2].find((factor) => factor * power <= most) ?? 1);
}

export interface TickValues {
  readonly values: readonly number[];
  readonly step: number;
}

/** Multiples of a nice step in [low, high], at most about `maxCount` of them. */
export function tickValues(low: number, high: number, maxCount: number, leastStep: number): TickValues {
  if (!(high > low) || maxCount < 1) return { values: [], step: leastStep };
  const step = niceStep(Math.max((high - low) / maxCount, leastStep));
  const first = Math.ceil(low / step - 1e-9);
  const last = Math.floor(high / step + 1e-9);
  return { values: Array.from({ length: Math.max(last - first + 1, 0) }, (_, k) => (first + k) * step), step };
}

/** Digits after the point that tell the multiples of `step` apart; a true minus sign. */
export function tickLabel(value: number, step: number): string {
  const decimals = Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
  const text = Math.abs(value).toFixed(Math.min(decimals, 6));
  return value < 0 && Number(text) !== 0 ? `\u2212${text}` : text;
}

/** Line numbers between two positions; whole numbers, not only those that the survey has. */
export function lineTicks(axis: LineAxis, low: number, high: number, maxCount: number): Tick[] {
  const valueAt = (position: number): number => axis.first + position * axis.step;
  return labelled(tickValues(valueAt(low), valueAt(high), maxCount, 1), (value) => (value - axis.first) / axis.step);
}

/** Milliseconds (depth: metres) between two positions. */
export function sampleTicks(axis: SampleAxis, low: number, high: number, maxCount: number): Tick[] {
  const interval = axis.sampleIntervalUs / 1000;
  const found = tickValues(sampleValueAt(axis, low), sampleValueAt(axis, high), maxCount, 1e-3);
  return labelled(found, (value) => (value - axis.firstSampleMs) / interval);
}

/** Offsets, or trace numbers within a gather; those of whole indices, since offsets need not be evenly spaced. */
export function offsetTicks(axis: OffsetAxis, low: number, high: number, maxCount: number): Tick[] {
  const last = Math.floor(Math.min(high, offsetCount(axis) - 1) + 1e-9);
  const first = Math.ceil(Math.max(low, 0) - 1e-9);
  const every = Math.max(1, Math.ceil((last - first + 1) / Math.max(maxCount, 1)));
  const ticks: Tick[] = [];
  for (let position = Math.ceil(first / every) * every; position <= last; position += every) {
    ticks.push({ position, label: tickLabel(offsetLabelAt(axis, offsetIndex(position)), 1) });
  }
  return ticks;
}

/**
 * Round values of a row of numbers that rise or fall steadily; where they do not, the numbers of evenly spaced positions.
 * @param values one a position
 */
export function valueTicks(
  values: Int32Array | Float64Array,
  low: number,
  high: number,
  maxCount: number,
  leastStep: number,
): Tick[] {
  const first = Math.max(Math.floor(low), 0);
  const last = Math.min(Math.ceil(high), values.length - 1);
  if (last <= first) return [];
  const direction = Math.sign(values[last]! - values[first]!);
  if (!isSteady(values, first, last, direction)) return positionTicks(values, first, last, maxCount);
  const [from, to] = [valueAt(values, Math.max(low, 0)), valueAt(values, Math.min(high, values.length - 1))];
  const found = tickValues(Math.min(from, to), Math.max(from, to), maxCount, leastStep);
  return labelled(found, (value) => positionOf(values, first, last, direction, value));
}

function isSteady(values: Int32Array | Float64Array, first: number, last: number, direction: number): boolean {
  if (direction === 0) return false;
  for (let at = first + 1; at <= last; at += 1) if ((values[at]! - values[at - 1]!) * direction < 0) return false;
  return true;
}

function positionTicks(values: Int32Array | Float64Array, first: number, last: number, maxCount: number): Tick[] {
  const every = Math.max(1, Math.round(niceStep((last - first + 1) / Math.max(maxCount, 1))));
  const ticks: Tick[] = [];
  for (let position = Math.ceil(first / every) * every; position <= last; position += every) {
    ticks.push({ position, label: tickLabel(values[position]!, 1) });
  }
  return ticks;
}

/** Between two positions. */
function valueAt(values: Int32Array | Float64Array, position: number): number {
  const below = Math.min(Math.floor(position), values.length - 1);
  const above = Math.min(below + 1, values.length - 1);
  return values[below]! + (values[above]! - values[below]!) * (position - below);
}

/** Where steady values reach `value`: the first such position. */
function positionOf(
  values: Int32Array | Float64Array,
  first: number,
  last: number,
  direction: number,
  value: number,
): number {
  let [low, high] = [first, last];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (values[middle]! * direction < value * direction) low = middle;
    else high = middle;
  }
  const step = values[high]! - values[low]!;
  return step === 0 ? low : low + (value - values[low]!) / step;
}

/** Trace numbers, which count from 1, between two 0-based positions. */
export function traceTicks(low: number, high: number, maxCount: number): Tick[] {
  return labelled(tickValues(low + 1, high + 1, maxCount, 1), (value) => value - 1);
}

const labelled = ({ values, step }: TickValues, positionOf: (value: number) => number): Tick[] =>
  values.map((value) => ({ position: positionOf(value), label: tickLabel(value, step) }));
