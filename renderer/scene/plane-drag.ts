/** A plane that is being dragged: from places of the pointer to indices of the plane. */
import { localFromGrid, type LocalFrame } from './local-frame.ts';
import { dragDistance, type LocalRay } from './plane-pick.ts';
import type { SurveyPick } from './scene-events.ts';
import type { PointOnCanvas } from './section-view.ts';

/** CSS pixels over which a plane that faces the viewer moves through the whole survey. */
const FACING_TRAVEL = 400;

/** Index of the dragged plane, whole and on the survey's axis, for a place of the pointer. */
export function createPlaneDrag(
  frame: LocalFrame,
  { orientation, position }: SurveyPick,
  from: PointOnCanvas,
  rayAt: (point: PointOnCanvas) => LocalRay,
): (to: PointOnCanvas) => number {
  const grabbed = localFromGrid(frame, position);
  const start = position[orientation];
  const last = frame.counts[orientation] - 1;
  return (to) => {
    const steps = dragDistance(frame, orientation, grabbed, rayAt(to)) ?? ((from.y - to.y) / FACING_TRAVEL) * last;
    return Math.min(Math.max(Math.round(start + steps), 0), last);
  };
}
