/** What was found of crossings, as the map shows it. */
import type { OpenCrossings } from '../../../shared/crossing-calls.ts';
import type { ProfileBoard } from '../../engine-client/profile-board.ts';
import type { MapCrossings, MapPath } from '../../scene/map/map-content.ts';
import { overlapAt, type OverlapAt } from '../../state/crossings/crossing-at.ts';

/** @param grades see `MapCrossings` */
export function mapCrossings(
  found: OpenCrossings | null,
  profiles: ProfileBoard,
  grades: Float32Array | null = null,
): MapCrossings | null {
  if (found === null) return null;
  const overlaps = found.overlaps.map((_, index) => overlapPath(overlapAt(found, index), profiles));
  return { x: found.crossings.x, y: found.crossings.y, grades, overlaps };
}

/** From one end to the other, along the traces of profile 1 that lie between. */
function overlapPath({ profile1, x1, y1, x2, y2, t1From, t1To }: OverlapAt, profiles: ProfileBoard): MapPath {
  const profile = profiles.find(profile1.surveyId, profile1.line);
  const x = [x1];
  const y = [y1];
  for (let trace = t1From + 1; profile !== null && trace < t1To; trace += 1) {
    const [px, py] = [profile.x[trace], profile.y[trace]];
    if (px === undefined || py === undefined || !Number.isFinite(px - py)) continue;
    x.push(px);
    y.push(py);
  }
  return { x: [...x, x2], y: [...y, y2] };
}
