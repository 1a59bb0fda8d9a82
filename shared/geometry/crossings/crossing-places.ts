/** Where on its two lines each crossing is, and at which angle they meet. */
import type { Crossings } from './crossings.ts';

/** One element a crossing in every array. */
export interface CrossingPlaces {
  /** Place on profile 1 in traces: between t11 and t12, by distance. */
  readonly at1: Float64Array;
  /** On profile 2. */
  readonly at2: Float64Array;
  /** Between the two segments, in degrees from 0 (along each other) to 90. */
  readonly angle: Float32Array;
}

export interface TracePositions {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

const DEGREES_PER_RADIAN = 180 / Math.PI;

/** @param lines of the profiles that the crossings count */
export function crossingPlaces(crossings: Crossings, lines: readonly TracePositions[]): CrossingPlaces {
  const { profile1, profile2, x, y, t11, t12, t21, t22 } = crossings;
  const at1 = new Float64Array(x.length);
  const at2 = new Float64Array(x.length);
  const angle = new Float32Array(x.length);
  for (let k = 0; k < x.length; k += 1) {
    const first = lines[profile1[k]!]!;
    const second = lines[profile2[k]!]!;
    at1[k] = placeBetween(first, t11[k]!, t12[k]!, x[k]!, y[k]!);
    at2[k] = placeBetween(second, t21[k]!, t22[k]!, x[k]!, y[k]!);
    angle[k] = angleBetween(
      first.x[t12[k]!]! - first.x[t11[k]!]!,
      first.y[t12[k]!]! - first.y[t11[k]!]!,
      second.x[t22[k]!]! - second.x[t21[k]!]!,
      second.y[t22[k]!]! - second.y[t21[k]!]!,
    );
  }
  return { at1, at2, angle };
}

/** By the longer side of the segment: the other may have no length. */
function placeBetween(line: TracePositions, from: number, to: number, x: number, y: number): number {
  const dx = line.x[to]! - line.x[from]!;
  const dy = line.y[to]! - line.y[from]!;
  const share = Math.abs(dx) >= Math.abs(dy) ? (x - line.x[from]!) / dx : (y - line.y[from]!) / dy;
  return from + Math.min(Math.max(share, 0), 1) * (to - from);
}

const angleBetween = (ax: number, ay: number, bx: number, by: number): number =>
  DEGREES_PER_RADIAN * Math.atan2(Math.abs(ax * by - ay * bx), Math.abs(ax * bx + ay * by));
