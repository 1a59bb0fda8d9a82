/** Which slice plane lies under the pointer, and how far a drag along a plane's normal has gone. Pure, float64. */
import { gridFromLocal, gridFromLocalDirection, type LocalFrame, type PointInLocal } from './local-frame.ts';
import { axisEnds, PLANE_AXES, PLANE_ORIENTATIONS } from './plane-corners.ts';
import type { PlaneOrientation, SurveyPick } from './scene-events.ts';
import type { SurveyPosition } from './survey-position.ts';
import { dot, minus, unit } from './vector.ts';

/** From the camera through the pointer, in the local frame. */
export interface LocalRay {
  readonly origin: PointInLocal;
  /** Unit length. */
  readonly direction: PointInLocal;
}

/** The nearest of the shown planes that the ray hits. `indices` holds where each shown plane lies. */
export function pickPlane(
  frame: LocalFrame,
  indices: Readonly<Partial<Record<PlaneOrientation, number>>>,
  ray: LocalRay,
): SurveyPick | null {
  // In grid space every plane is perpendicular to one axis, however the footprint is rotated or skewed.
  const origin = gridFromLocal(frame, ray.origin);
  const direction = gridFromLocalDirection(frame, ray.direction);
  let nearest = Infinity;
  let pick: SurveyPick | null = null;
  for (const orientation of PLANE_ORIENTATIONS) {
    const index = indices[orientation];
    if (index === undefined || direction[orientation] === 0) continue;
    const distance = (index - origin[orientation]) / direction[orientation];
    if (!(distance > 0) || distance >= nearest) continue;
    const position: SurveyPosition = {
      inline: origin.inline + distance * direction.inline,
      crossline: origin.crossline + distance * direction.crossline,
      sample: origin.sample + distance * direction.sample,
      [orientation]: index,
    };
    const { row, column } = PLANE_AXES[orientation];
    const isOnPlane = [row, column].every((axis) => {
      const [low, high] = axisEnds(frame.counts[axis]);
      return position[axis] >= low && position[axis] <= high;
    });
    if (!isOnPlane) continue;
    nearest = distance;
    pick = { orientation, position };
  }
  return pick;
}

/** Below this sine of the angle between normal and view a drag follows the pointer's height instead. */
const LEAST_SINE = 0.15;

/**
 * Steps of the plane's index from the grabbed point to the point of its normal that is nearest to the ray; null where
 * the normal points almost at the viewer, so that no place of the pointer tells a distance.
 */
export function dragDistance(
  frame: LocalFrame,
  orientation: PlaneOrientation,
  grabbed: PointInLocal,
  ray: LocalRay,
): number | null {
  const step = frame[orientation];
  const normal = unit(step);
  const along = dot(normal, ray.direction);
  const sineSquared = 1 - along * along;
  if (sineSquared < LEAST_SINE * LEAST_SINE) return null;
  // Closest approach of two lines: grabbed + s * normal and origin + t * direction.
  const between = minus(grabbed, ray.origin);
  const s = (along * dot(ray.direction, between) - dot(normal, between)) / sineSquared;
  return s / Math.sqrt(dot(step, step));
}
