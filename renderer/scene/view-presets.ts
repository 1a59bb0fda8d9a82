/** From where the 3D scene is looked at, and how far away so that the whole box is seen. Pure, in the local frame. */
import { boxCorners } from './box-edges.ts';
import type { LocalFrame, PointInLocal } from './local-frame.ts';
import { cross, dot, plus, times, unit } from './vector.ts';

/** `inline` and `crossline` look straight at those sections, the compass points from that side of the survey. */
export type ViewPreset = 'default' | 'top' | 'inline' | 'crossline' | 'north' | 'east' | 'south' | 'west';

export interface CameraLens {
  /** Vertical field of view in radians. */
  readonly fieldOfView: number;
  /** Width over height. */
  readonly aspect: number;
  /** Shares of the canvas that the box may fill; the rest is for its labels. */
  readonly shareAcross: number;
  readonly shareDown: number;
}

/** Slightly off the diagonal, so that no two edges of the box fall together. */
const DEFAULT_TURN = 0.24;
const DEFAULT_ELEVATION = 0.46;

/** Unit vector from the middle of the survey towards the camera. */
export function presetDirection(preset: ViewPreset, frame: LocalFrame): PointInLocal {
  switch (preset) {
    case 'default':
      return defaultDirection(frame);
    case 'top':
      // A hair south of the zenith: straight above, the camera could not tell which way is up.
      return unit({ x: 0, y: 1, z: 1e-4 });
    case 'inline':
      return southern(unit(cross(frame.crossline, frame.sample)));
    case 'crossline':
      return southern(unit(cross(frame.inline, frame.sample)));
    case 'north':
      return { x: 0, y: 0, z: -1 };
    case 'east':
      return { x: 1, y: 0, z: 0 };
    case 'south':
      return { x: 0, y: 0, z: 1 };
    case 'west':
      return { x: -1, y: 0, z: 0 };
  }
}

const southern = (direction: PointInLocal): PointInLocal => (direction.z < 0 ? times(direction, -1) : direction);

/** From the corner of the box that lies furthest south, a little turned and raised. */
function defaultDirection({ inline, crossline }: LocalFrame): PointInLocal {
  const diagonals = [1, -1].flatMap((sign) => {
    const diagonal = unit(plus(unit(inline), times(unit(crossline), sign)));
    return [diagonal, times(diagonal, -1)];
  });
  const south = diagonals.reduce((best, candidate) => (candidate.z > best.z ? candidate : best));
  const turned = {
    x: south.x * Math.cos(DEFAULT_TURN) + south.z * Math.sin(DEFAULT_TURN),
    y: 0,
    z: south.z * Math.cos(DEFAULT_TURN) - south.x * Math.sin(DEFAULT_TURN),
  };
  const level = times(turned, Math.cos(DEFAULT_ELEVATION));
  return { x: level.x, y: Math.sin(DEFAULT_ELEVATION), z: level.z };
}

/** Distance from the middle at which every corner of the box lies within the lens's shares of the canvas. */
export function fittingDistance(frame: LocalFrame, direction: PointInLocal, lens: CameraLens): number {
  const right = unit(cross({ x: 0, y: 1, z: 0 }, direction));
  const up = cross(direction, right);
  const slope = Math.tan(lens.fieldOfView / 2);
  const slopeUp = slope * lens.shareDown;
  const slopeRight = slope * lens.aspect * lens.shareAcross;
  const distances = boxCorners(frame).map(
    (corner) =>
      dot(corner, direction) + Math.max(Math.abs(dot(corner, right)) / slopeRight, Math.abs(dot(corner, up)) / slopeUp),
  );
  return Math.max(...distances);
}
