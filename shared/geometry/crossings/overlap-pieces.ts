/** Overlaps of single segments, joined to those of profiles. */
import type { Overlap } from './crossings.ts';
import { compareVertices, sharedEnds } from './meet-segments.ts';
import type { SegmentPairs } from './meetings.ts';
import { firstTrace, lastTrace, type Segments } from './segments.ts';

/** Of segment a of the first profile with b of the second. */
export interface OverlapPiece {
  readonly a: number;
  readonly b: number;
  /** Vertices, in the direction of the first profile. */
  readonly from: number;
  readonly to: number;
  /** The second profile goes the other way. */
  readonly isOpposed: boolean;
}

/** Each once, along the first profiles. */
export function overlapPieces(segments: Segments, { first, second }: SegmentPairs): OverlapPiece[] {
  const { x, y, profileOf } = segments;
  const pieces = first.map((a, i) => {
    const b = second[i]!;
    const isForward = compareVertices(x, y, a, a + 1) < 0;
    const [lower, upper] = sharedEnds(segments, a, b);
    const isOpposed = compareVertices(x, y, b, b + 1) < 0 !== isForward;
    return { a, b, from: isForward ? lower : upper, to: isForward ? upper : lower, isOpposed };
  });
  const profileOrder = (p: OverlapPiece, q: OverlapPiece): number =>
    profileOf[p.a]! - profileOf[q.a]! || profileOf[p.b]! - profileOf[q.b]!;
  pieces.sort((p, q) => {
    const order = profileOrder(p, q) || p.a - q.a;
    if (order !== 0) return order;
    const along = compareVertices(x, y, p.from, q.from);
    return (compareVertices(x, y, p.a, p.a + 1) < 0 ? along : -along) || p.b - q.b;
  });
  return pieces.filter((piece, i) => i === 0 || piece.a !== pieces[i - 1]!.a || piece.b !== pieces[i - 1]!.b);
}

/** Joins pieces of which one goes on where the other ends, on both profiles. */
export function joinOverlaps(segments: Segments, pieces: readonly OverlapPiece[]): Overlap[] {
  const { x, y } = segments;
  const keyOf = (a: number, b: number, isOpposed: boolean, vertex: number): string =>
    `${a},${b},${isOpposed},${x[vertex]!},${y[vertex]!}`;
  const isAt = (vertex: number, other: number): boolean => compareVertices(x, y, vertex, other) === 0;
  const runs: OverlapPiece[][] = [];
  const open = new Map<string, OverlapPiece[]>();
  for (const piece of pieces) {
    const { a, b, from, isOpposed } = piece;
    const before = [isAt(from, a) ? a - 1 : a, a];
    const beside = isOpposed ? [isAt(from, b + 1) ? b + 1 : b, b] : [isAt(from, b) ? b - 1 : b, b];
    const keys = before.flatMap((each) => beside.map((other) => keyOf(each, other, isOpposed, from)));
    const key = keys.find((each) => open.has(each));
    const run = key === undefined ? [] : open.get(key)!;
    if (key === undefined) runs.push(run);
    else open.delete(key);
    run.push(piece);
    open.set(keyOf(a, b, isOpposed, piece.to), run);
  }
  return runs.map((run) => overlapOf(segments, run[0]!, run.at(-1)!)).sort(compareOverlaps);
}

function overlapOf(segments: Segments, first: OverlapPiece, last: OverlapPiece): Overlap {
  const { x, y, profileOf } = segments;
  const { isOpposed } = first;
  return {
    profile1: profileOf[first.a]!,
    profile2: profileOf[first.b]!,
    t1From: lastTrace(segments, first.a),
    t1To: firstTrace(segments, last.a + 1),
    t2From: isOpposed ? firstTrace(segments, first.b + 1) : lastTrace(segments, first.b),
    t2To: isOpposed ? lastTrace(segments, last.b) : firstTrace(segments, last.b + 1),
    x1: x[first.from]!,
    y1: y[first.from]!,
    x2: x[last.to]!,
    y2: y[last.to]!,
  };
}

const compareOverlaps = (p: Overlap, q: Overlap): number =>
  p.profile1 - q.profile1 || p.profile2 - q.profile2 || p.t1From - q.t1From || p.t2From - q.t2From;
