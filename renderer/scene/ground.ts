/** How a cube lies on the ground and how deep it reaches, in one unit for both: metres, as far as the file tells. */
import type { LineAxis, SampleAxis } from '../../shared/axes.ts';
import type { WorldFromGrid } from '../../shared/geometry/world-from-grid.ts';
import type { SurveyInfo } from '../../shared/survey.ts';

/** A survey that has both line axes. */
export interface CubeAxes {
  readonly inline: LineAxis;
  readonly crossline: LineAxis;
  readonly samples: SampleAxis;
}

export function cubeAxesOf({ inline, crossline, samples }: SurveyInfo): CubeAxes | null {
  return inline === null || crossline === null ? null : { inline, crossline, samples };
}

/** Where nothing is known of the ground: crosslines towards the east, inlines towards the north, steps of one. */
export const UNIT_GRID: WorldFromGrid = {
  originX: 0,
  originY: 0,
  inlineX: 0,
  inlineY: 1,
  crosslineX: 1,
  crosslineY: 0,
};

/** The survey's own map, or the unit grid where that is unknown or flat. */
export function groundOf(worldFromGrid: WorldFromGrid | null): WorldFromGrid {
  if (worldFromGrid === null) return UNIT_GRID;
  const { inlineX, inlineY, crosslineX, crosslineY } = worldFromGrid;
  return inlineX * crosslineY - inlineY * crosslineX === 0 ? UNIT_GRID : worldFromGrid;
}

/**
 * Vertical metres from one sample to the next. A depth axis is in metres; one millisecond of two-way time counts as one
 * metre too, which is a velocity of 2,000 m/s, that of shallow sediments. Exaggeration scales both.
 */
export const metresPerSample = (samples: SampleAxis): number => samples.sampleIntervalUs / 1000;
