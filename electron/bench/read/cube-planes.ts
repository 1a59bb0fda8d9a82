import { CrosslineError } from '../../../shared/errors.ts';
import type { SlicePlane } from '../../../shared/slices.ts';
import type { SurveyInfo } from '../../../shared/survey.ts';
import { crosslineIndex, inlineIndex, sampleIndex } from '../../../shared/units.ts';

/** The three families of planes through a cube, how many there are and the plane of each 0-based index. */
export interface CubePlanes {
  readonly inline: PlaneFamily;
  readonly crossline: PlaneFamily;
  readonly sample: PlaneFamily;
}

export interface PlaneFamily {
  readonly count: number;
  planeAt(index: number): SlicePlane;
}

/** @throws CrosslineError job-failed where the survey is no cube */
export function cubePlanes({ name, inline, crossline, samples }: SurveyInfo): CubePlanes {
  if (inline === null || crossline === null) {
    throw new CrosslineError({ code: 'job-failed', job: 'The benchmark', detail: `${name} is no cube` });
  }
  return {
    inline: { count: inline.count, planeAt: (index) => ({ orientation: 'inline', index: inlineIndex(index) }) },
    crossline: {
      count: crossline.count,
      planeAt: (index) => ({ orientation: 'crossline', index: crosslineIndex(index) }),
    },
    sample: { count: samples.count, planeAt: (index) => ({ orientation: 'sample', index: sampleIndex(index) }) },
  };
}
