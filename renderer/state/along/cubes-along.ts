/** Which open cubes a 2D line runs over. */
import { gridPath } from '../../../shared/geometry/along/grid-path.ts';
import { coordinateUnitOf } from '../../../shared/mapping/coordinate-unit-of.ts';
import type { SurveyInfo } from '../../../shared/survey.ts';
import type { BoardProfile } from '../../engine-client/profile-board.ts';

export interface CubeAlong {
  readonly info: SurveyInfo;
  /** Traces of the line that lie inside. */
  readonly insideCount: number;
}

/** In the order of the surveys. */
export function cubesAlong(profile: BoardProfile, surveys: readonly SurveyInfo[]): readonly CubeAlong[] {
  return surveys.flatMap((info) => {
    const insideCount = countInside(profile, info);
    return insideCount === 0 ? [] : [{ info, insideCount }];
  });
}

function countInside({ x, y, unit }: BoardProfile, info: SurveyInfo): number {
  const { kind, inline, crossline, worldFromGrid } = info;
  if (kind !== 'cube' || inline === null || crossline === null || worldFromGrid === null) return 0;
  if (coordinateUnitOf(info) !== unit) return 0;
  const path = gridPath(worldFromGrid, { inlines: inline.count, crosslines: crossline.count }, x, y);
  return path?.inline.reduce((count, index) => (Number.isNaN(index) ? count : count + 1), 0) ?? 0;
}
