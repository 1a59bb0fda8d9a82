/** The orientation triad: which way north, the inlines, the crosslines and time point in the present view. */
import type { LocalFrame, PointInLocal } from './local-frame.ts';
import type { PointOnCanvas } from './section-view.ts';
import type { TriadArm } from './survey-overlay.ts';
import { unit } from './vector.ts';

/** CSS pixels of an arm that is seen from its side. */
const ARM_LENGTH = 20;
/** An arm seen shorter than this points at the viewer and is left out. */
const LEAST_LENGTH = 5;

/** `seen` turns a direction of the local frame into the viewer's: x to the right, y down. North only where it is known, inlines and crosslines only of a cube. */
export function triadArms(
  frame: LocalFrame,
  hasGround: boolean,
  hasGrid: boolean,
  seen: (direction: PointInLocal) => PointOnCanvas,
): TriadArm[] {
  const directions: readonly (readonly [string, PointInLocal])[] = [
    ...(hasGround ? [['N', { x: 0, y: 0, z: -1 }] as const] : []),
    ...(hasGrid
      ? ([
          ['IL', unit(frame.inline)],
          ['XL', unit(frame.crossline)],
        ] as const)
      : []),
    ['Z', unit(frame.sample)],
  ];
  return directions
    .map(([text, direction]): TriadArm => {
      const { x, y } = seen(direction);
      return { text, x: x * ARM_LENGTH, y: y * ARM_LENGTH };
    })
    .filter(({ x, y }) => Math.hypot(x, y) >= LEAST_LENGTH);
}
