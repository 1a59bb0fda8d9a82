/** The one formula for the place of a crossing. */
import { orient2d } from 'robust-predicates';
import { add, differenceOf, divide, multiply, negate, type DoubleDouble } from './double-double.ts';
import type { Segments } from './segments.ts';

export interface CrossingPlace {
  readonly x: number;
  readonly y: number;
  /** Bounds of the errors of x and y: 0 at a vertex, infinite where the segments are too near parallel to tell. */
  readonly errorX: number;
  readonly errorY: number;
}

/** Below this share of its terms the cross product of two directions has lost more bits than double-doubles can spare. */
const NEAR_PARALLEL = 2 ** -40;
/** Of a double, rounded up: the rounding of the result. */
const ROUNDING = 2 ** -52;
/** What is left of 106 bits less 40 of cancellation, with a few to spare, as a share of the segment. */
const SHARE_ERROR = 2 ** -58;

const cross = (ax: DoubleDouble, ay: DoubleDouble, bx: DoubleDouble, by: DoubleDouble): DoubleDouble =>
  add(multiply(ax, by), negate(multiply(ay, bx)));

const clamp = (value: number, low: number, high: number): number => Math.min(Math.max(value, low), high);

/**
 * Where two segments that meet and do not overlap do so, in the unit of the coordinates. A vertex that lies on the other segment is
 * the place as it stands. Else it is start + (share of the first segment) x its length in double-doubles, which is the
 * nearest double but in one of millions of cases, and never outside the box of either segment. `a` is of the first profile.
 */
export function crossingPlace({ x, y }: Segments, a: number, b: number): CrossingPlace {
  const [ax, ay, bx, by] = [x[a]!, y[a]!, x[a + 1]!, y[a + 1]!];
  const [cx, cy, dx, dy] = [x[b]!, y[b]!, x[b + 1]!, y[b + 1]!];
  if (isOn(ax, ay, cx, cy, dx, dy)) return atVertex(ax, ay);
  if (isOn(bx, by, cx, cy, dx, dy)) return atVertex(bx, by);
  if (isOn(cx, cy, ax, ay, bx, by)) return atVertex(cx, cy);
  if (isOn(dx, dy, ax, ay, bx, by)) return atVertex(dx, dy);
  const [alongX, alongY] = [differenceOf(bx, ax), differenceOf(by, ay)];
  const [otherX, otherY] = [differenceOf(dx, cx), differenceOf(dy, cy)];
  const span = cross(alongX, alongY, otherX, otherY);
  const share = divide(cross(differenceOf(cx, ax), differenceOf(cy, ay), otherX, otherY), span);
  const placeX = add([ax, 0], multiply(share, alongX))[0];
  const placeY = add([ay, 0], multiply(share, alongY))[0];
  const terms = Math.abs(alongX[0] * otherY[0]) + Math.abs(alongY[0] * otherX[0]);
  const isSure = Math.abs(span[0]) > NEAR_PARALLEL * terms;
  return {
    x: clamp(placeX, Math.max(Math.min(ax, bx), Math.min(cx, dx)), Math.min(Math.max(ax, bx), Math.max(cx, dx))),
    y: clamp(placeY, Math.max(Math.min(ay, by), Math.min(cy, dy)), Math.min(Math.max(ay, by), Math.max(cy, dy))),
    errorX: isSure ? ROUNDING * Math.abs(placeX) + SHARE_ERROR * Math.abs(alongX[0]) : Infinity,
    errorY: isSure ? ROUNDING * Math.abs(placeY) + SHARE_ERROR * Math.abs(alongY[0]) : Infinity,
  };
}

/** Of two segments in one straight line all vertices lie on the other's line, but only the one that they share on the other. */
const isOn = (px: number, py: number, ax: number, ay: number, bx: number, by: number): boolean =>
  orient2d(ax, ay, bx, by, px, py) === 0 &&
  px >= Math.min(ax, bx) &&
  px <= Math.max(ax, bx) &&
  py >= Math.min(ay, by) &&
  py <= Math.max(ay, by);

const atVertex = (x: number, y: number): CrossingPlace => ({ x, y, errorX: 0, errorY: 0 });
