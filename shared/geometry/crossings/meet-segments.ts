/** Whether two segments meet, and how: exact, and the same for every algorithm. */
import { orient2d } from 'robust-predicates';
import { isLastSegment, type Segments } from './segments.ts';

export const APART = 0;
/** They share one place, and both own it. */
export const CROSSING = 1;
/** They lie in one straight line and share more than a place. */
export const OVERLAP = 2;

export type Meeting = typeof APART | typeof CROSSING | typeof OVERLAP;

/** Lexicographic, by x and then y: negative where the first comes first. Subtracts nothing, so it is exact. */
export function compareVertices(x: Float64Array, y: Float64Array, v: number, w: number): number {
  const [xv, xw] = [x[v]!, x[w]!];
  if (xv !== xw) return xv < xw ? -1 : 1;
  const [yv, yw] = [y[v]!, y[w]!];
  return yv === yw ? 0 : yv < yw ? -1 : 1;
}

/**
 * A segment owns its start but not its end, unless it is the last of its profile. So a place where two profiles meet is
 * owned by one segment of each, however many segments end there.
 */
export function meetSegments(segments: Segments, a: number, b: number): Meeting {
  const { x, y } = segments;
  const [ax, ay, bx, by] = [x[a]!, y[a]!, x[a + 1]!, y[a + 1]!];
  const [cx, cy, dx, dy] = [x[b]!, y[b]!, x[b + 1]!, y[b + 1]!];
  const cSide = orient2d(ax, ay, bx, by, cx, cy);
  const dSide = orient2d(ax, ay, bx, by, dx, dy);
  if ((cSide > 0 && dSide > 0) || (cSide < 0 && dSide < 0)) return APART;
  if (cSide === 0 && dSide === 0) return meetInLine(segments, a, b);
  const aSide = orient2d(cx, cy, dx, dy, ax, ay);
  const bSide = orient2d(cx, cy, dx, dy, bx, by);
  if ((aSide > 0 && bSide > 0) || (aSide < 0 && bSide < 0)) return APART;
  if (bSide === 0 && !isLastSegment(segments, a)) return APART;
  if (dSide === 0 && !isLastSegment(segments, b)) return APART;
  return CROSSING;
}

/** Of two segments in one straight line, the vertices between which they overlap, in lexicographic order. */
export function sharedEnds({ x, y }: Segments, a: number, b: number): readonly [number, number] {
  const lowerOf = (v: number, w: number): number => (compareVertices(x, y, v, w) <= 0 ? v : w);
  const upperOf = (v: number, w: number): number => (compareVertices(x, y, v, w) >= 0 ? v : w);
  return [
    upperOf(lowerOf(a, a + 1), lowerOf(b, b + 1)), //
    lowerOf(upperOf(a, a + 1), upperOf(b, b + 1)),
  ];
}

function meetInLine(segments: Segments, a: number, b: number): Meeting {
  const { x, y } = segments;
  const [from, to] = sharedEnds(segments, a, b);
  const order = compareVertices(x, y, from, to);
  if (order !== 0) return order < 0 ? OVERLAP : APART;
  const isOwned = (segment: number): boolean =>
    compareVertices(x, y, segment + 1, from) !== 0 || isLastSegment(segments, segment);
  return isOwned(a) && isOwned(b) ? CROSSING : APART;
}
