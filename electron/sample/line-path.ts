/** Where the traces of a 2D line lie: equal steps along a straight, bent or curved path. */
import type { LineDesign } from './line-design.ts';
import type { StoredPoint, SurveyCoordinates, SurveyPoint } from './survey-coordinates.ts';

/** Straight pieces between two of a curved line's points; shorter than a trace spacing, so bends stay invisible. */
const PIECES_PER_SPAN = 400;

/** A Catmull-Rom spline through all points, its ends continued in a straight line. */
function splineThrough(points: readonly SurveyPoint[]): readonly SurveyPoint[] {
  const last = points.length - 1;
  const beyond = (end: SurveyPoint, before: SurveyPoint): SurveyPoint => ({
    u: 2 * end.u - before.u,
    v: 2 * end.v - before.v,
  });
  const all = [beyond(points[0]!, points[1]!), ...points, beyond(points[last]!, points[last - 1]!)];
  const blend = (a: number, b: number, c: number, d: number, t: number): number =>
    b + 0.5 * t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)));
  const path: SurveyPoint[] = [];
  for (let span = 0; span < last; span++) {
    const [a, b, c, d] = all.slice(span, span + 4) as [SurveyPoint, SurveyPoint, SurveyPoint, SurveyPoint];
    for (let i = 0; i < PIECES_PER_SPAN; i++) {
      const t = i / PIECES_PER_SPAN;
      path.push({ u: blend(a.u, b.u, c.u, d.u, t), v: blend(a.v, b.v, c.v, d.v, t) });
    }
  }
  path.push(points[last]!);
  return path;
}

/** Positions as stored, from the first point on, every `traceSpacingM` metres. */
export function tracePositions(line: LineDesign, coordinates: SurveyCoordinates): readonly StoredPoint[] {
  const path = line.shape === 'curved' ? splineThrough(line.through) : line.through;
  const positions: StoredPoint[] = [];
  let nextM = 0;
  for (let i = 0; i + 1 < path.length; i++) {
    const from = path[i]!;
    const to = path[i + 1]!;
    const pieceM = Math.hypot((to.u - from.u) * coordinates.uLengthM, (to.v - from.v) * coordinates.vLengthM);
    for (; nextM < pieceM; nextM += line.traceSpacingM) {
      const share = nextM / pieceM;
      positions.push(
        coordinates.storedFromSurvey({ u: from.u + share * (to.u - from.u), v: from.v + share * (to.v - from.v) }),
      );
    }
    nextM -= pieceM;
  }
  return positions;
}
