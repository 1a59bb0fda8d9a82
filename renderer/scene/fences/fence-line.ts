/** A 2D line as the 3D scene is given it, and where it lies in the scene's own space. Pure, float64. */
import type { SampleAxis } from '../../../shared/axes.ts';
import { sampleValueAt } from '../../../shared/axes.ts';
import type { LocalFrame, PointInLocal } from '../local-frame.ts';
import { pathCorners } from './path-corners.ts';

export interface FenceLine {
  /** Tells it from all others. */
  readonly key: string;
  readonly name: string;
  /** World coordinates, one a trace, in the unit of the scene's; NaN where a trace has none. Never written. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly samples: SampleAxis;
}

/** Large coordinates are subtracted in float64, before anything is scaled. */
export const localFromWorld = (
  { worldOrigin, metresPerUnit }: LocalFrame,
  x: number,
  y: number,
): { readonly x: number; readonly z: number } => ({
  x: (x - worldOrigin.x) / metresPerUnit,
  z: -(y - worldOrigin.y) / metresPerUnit,
});

/** Height of a time in ms (depth: metres): lines stand by their own times, whatever their first sample and interval. */
export function localHeight({ origin, sample }: LocalFrame, { firstSampleMs, sampleIntervalUs }: SampleAxis) {
  return (value: number): number => origin.y + (((value - firstSampleMs) * 1000) / sampleIntervalUs) * sample.y;
}

type Run = readonly [first: number, last: number];

/** Local units that a path may stray from its traces: a few metres of a usual survey, a pixel at twenty times its whole view. */
const TOLERANCE = 1.5e-4;

/** A line in the scene's own space: a vertical surface over the path of its traces. */
export interface LocalFence {
  /** 0-based along the line, ascending; those between are on the straight way from one to the next. */
  readonly trace: Float64Array;
  /** Of those traces; NaN where one has no position, and there is a gap. */
  readonly x: Float64Array;
  readonly z: Float64Array;
  readonly top: number;
  readonly bottom: number;
  /** Times of top and bottom. */
  readonly firstValue: number;
  readonly lastValue: number;
}

/**
 * As few corners as show the path: narrow pieces cost a software rasteriser far more than their pixels.
 * @param sceneSamples the axis that the frame was made of
 */
export function localFence({ x, y, samples }: FenceLine, frame: LocalFrame, sceneSamples: SampleAxis): LocalFence {
  const places = Array.from(x, (_, trace) => localFromWorld(frame, x[trace]!, y[trace]!));
  const all = { x: Float64Array.from(places, (place) => place.x), z: Float64Array.from(places, (place) => place.z) };
  const corners = runsOf(all.x).flatMap(([first, last], run) => {
    const [xs, zs] = [all.x.subarray(first, last + 1), all.z.subarray(first, last + 1)];
    const ofRun = pathCorners(xs, zs, TOLERANCE).map((corner) => first + corner);
    // The trace before it has no position: it keeps the runs apart.
    return run === 0 ? ofRun : [first - 1, ...ofRun];
  });
  const trace = Float64Array.from(corners);
  const heightOf = localHeight(frame, sceneSamples);
  const [firstValue, lastValue] = [sampleValueAt(samples, 0), sampleValueAt(samples, samples.count - 1)];
  return {
    trace,
    x: trace.map((at) => all.x[at]!),
    z: trace.map((at) => all.z[at]!),
    top: heightOf(firstValue),
    bottom: heightOf(lastValue),
    firstValue,
    lastValue,
  };
}

/** Runs of corners that follow one another without a gap, of at least two: from the first to the last of each. */
export const fenceRuns = ({ x }: LocalFence): readonly Run[] => runsOf(x);

function runsOf(x: Float64Array): readonly Run[] {
  const runs: [number, number][] = [];
  for (let first = 0; first < x.length;) {
    let end = first;
    while (end < x.length && !Number.isNaN(x[end])) end += 1;
    if (end - first > 1) runs.push([first, end - 1]);
    first = Math.max(end, first) + 1;
  }
  return runs;
}

/** The corners of the boxes round the runs: what a camera must see to see all of it. */
export function fenceCorners(fence: LocalFence): PointInLocal[] {
  const { top, bottom } = fence;
  return fenceRuns(fence).flatMap(([first, last]) => {
    const [xs, zs] = [fence.x.subarray(first, last + 1), fence.z.subarray(first, last + 1)];
    return [least(xs), most(xs)].flatMap((x) =>
      [least(zs), most(zs)].flatMap((z) => [top, bottom].map((y) => ({ x, y, z }))),
    );
  });
}

const least = (values: Float64Array): number => values.reduce((low, value) => Math.min(low, value), Infinity);
const most = (values: Float64Array): number => values.reduce((high, value) => Math.max(high, value), -Infinity);

/** Where a fractional trace stands; null where it has no position. */
export function fencePoint(
  { x, y }: Pick<FenceLine, 'x' | 'y'>,
  frame: LocalFrame,
  trace: number,
): { readonly x: number; readonly z: number } | null {
  const before = Math.min(Math.max(Math.floor(trace), 0), x.length - 1);
  const after = Math.min(before + 1, x.length - 1);
  const share = Math.min(Math.max(trace - before, 0), 1);
  // Between two traces near each other: no large numbers are mixed.
  const [a, b] = [localFromWorld(frame, x[before]!, y[before]!), localFromWorld(frame, x[after]!, y[after]!)];
  const point = { x: a.x + share * (b.x - a.x), z: a.z + share * (b.z - a.z) };
  return Number.isNaN(point.x) || Number.isNaN(point.z) ? null : point;
}
