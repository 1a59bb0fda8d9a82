/** The world positions of one line's traces, and how far along the line they are. */
import type { LinePositions } from './trace-lines.ts';
import { floatsOf } from './trace-lists.ts';
import { distanceOf, groundSteps, usualStep, type WorldPositions } from './trace-steps.ts';

/** Usual steps from both neighbours beyond which a position is a slip: a line neither leaps away nor straight back. */
const SLIP = 50;
/** Within this many usual steps of each other the neighbours of a slip show that the line goes on. */
const GOES_ON = 5;

/** Null where no trace of the line has a position. */
export function linePositions(positions: WorldPositions, traces: Int32Array): LinePositions | null {
  const x = floatsOf(positions.x, traces);
  const y = floatsOf(positions.y, traces);
  removeSlips(x, y, usualStep(groundSteps(positions, traces)));
  if (x.every(Number.isNaN)) return null;
  return { x, y, distance: distancesAlong(x, y) };
}

/** A single wild position would make the line longer by twice its distance. */
function removeSlips(x: Float64Array, y: Float64Array, step: number | null): void {
  if (step === null) return;
  for (let at = 1; at + 1 < x.length; at += 1) {
    const far = SLIP * step;
    const isSlip =
      distanceOf(x[at]! - x[at - 1]!, y[at]! - y[at - 1]!) > far &&
      distanceOf(x[at + 1]! - x[at]!, y[at + 1]! - y[at]!) > far &&
      distanceOf(x[at + 1]! - x[at - 1]!, y[at + 1]! - y[at - 1]!) < GOES_ON * step;
    if (!isSlip) continue;
    x[at] = Number.NaN;
    y[at] = Number.NaN;
  }
}

/** Traces without a position lie evenly between those that have one; at the ends with the nearest. */
function distancesAlong(x: Float64Array, y: Float64Array): Float64Array {
  const distance = new Float64Array(x.length);
  let last = -1;
  for (let at = 0; at < x.length; at += 1) {
    if (Number.isNaN(x[at]!)) continue;
    if (last >= 0) {
      const step = distanceOf(x[at]! - x[last]!, y[at]! - y[last]!) / (at - last);
      for (let between = last + 1; between <= at; between += 1) distance[between] = distance[between - 1]! + step;
    }
    last = at;
  }
  return distance.fill(distance[last]!, last + 1);
}
