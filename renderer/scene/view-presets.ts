/** From where the 3D scene is looked at, and how far away so that the whole box is seen. Pure, in the local frame. */
import { boxCorners } from './box-edges.ts';
import type { LocalFrame, PointInLocal } from './local-frame.ts';
import { cross, dot, plus, times, unit } from './vector.ts';

/** `inline` and `crossline` look straight at those sections, the compass points from that side of the survey. */
export type ViewPreset = 'default' | 'top' | 'inline' | 'crossline' | 'north' | 'east' | 'south' | 'west';

export interface CameraLens {
  /** Vertical field of view in radians. */
  readonly fieldOfView: number;
  /** Of the canvas in CSS pixels. */
  readonly width: number;
  readonly height: number;
  /** What the box leaves free on each side of the canvas for its labels, in CSS pixels; at most half of each length in all. */
  readonly margin: Margin;
}

export interface Margin {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Where a camera stands: `distance` from `target` against the direction in which it looks. */
export interface FittingView {
  readonly target: PointInLocal;
  readonly distance: number;
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

/**
 * The nearest view along a direction in which every corner lies within the margins, about in the middle of what they leave.
 * @param corners of the box where they are left out
 */
export function fittingView(
  frame: LocalFrame,
  direction: PointInLocal,
  lens: CameraLens,
  corners: readonly PointInLocal[] = boxCorners(frame),
): FittingView {
  const { width, height, margin } = lens;
  const right = unit(cross({ x: 0, y: 1, z: 0 }, direction));
  const up = cross(direction, right);
  const slope = Math.tan(lens.fieldOfView / 2);
  const extent = (side: PointInLocal, bounds: Bounds): Extent => {
    // A corner at (across, towards) is seen at (across - offset) / (distance - towards). That it lies within the bounds
    // is linear in the offset and the distance.
    const highest = Math.max(...corners.map((corner) => dot(corner, side) + bounds.high * dot(corner, direction)));
    const lowest = Math.min(...corners.map((corner) => dot(corner, side) + bounds.low * dot(corner, direction)));
    return { ...bounds, highest, lowest };
  };
  const across = extent(right, bounds(margin.left, margin.right, width, (slope * width) / height));
  const down = extent(up, bounds(margin.bottom, margin.top, height, slope));
  const distance = Math.max(leastDistance(across), leastDistance(down));
  const target = plus(times(right, middleOffset(across, distance)), times(up, middleOffset(down, distance)));
  return { target, distance };
}

/** Slopes of the outermost rays that the margins leave. */
interface Bounds {
  readonly low: number;
  readonly high: number;
}

/** The box's reach to the sides, taken to the plane of the target along those rays. */
interface Extent extends Bounds {
  readonly lowest: number;
  readonly highest: number;
}

function bounds(before: number, after: number, length: number, slope: number): Bounds {
  const share = Math.min(1, length / 2 / (before + after)) / length;
  return { low: slope * (2 * before * share - 1), high: slope * (1 - 2 * after * share) };
}

const leastDistance = ({ low, high, lowest, highest }: Extent): number => (highest - lowest) / (high - low);

const middleOffset = ({ low, high, lowest, highest }: Extent, distance: number): number =>
  (highest + lowest - (high + low) * distance) / 2;
