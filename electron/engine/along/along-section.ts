/** Where a section of a cube along a 2D line of another survey runs. */
import { CrosslineError } from '../../../shared/errors.ts';
import { gridPath, partsInside, type GridPath, type GridSize } from '../../../shared/geometry/along/grid-path.ts';
import { coordinateUnitOf } from '../../../shared/mapping/coordinate-unit-of.ts';
import type { AlongPlane } from '../../../shared/slices.ts';
import type { SurveyInfo } from '../../../shared/survey.ts';
import type { SurveySource } from '../../formats/survey-source.ts';

export interface AlongSection {
  /** Of every `every`-th trace of the plane. */
  readonly path: GridPath;
  readonly size: GridSize;
}

/**
 * Reads nothing: positions are known.
 * @throws CrosslineError usage where one of the two has no place on the ground, or not the same; out-of-range
 */
export function alongSection(
  cube: SurveyInfo,
  profile: Pick<SurveySource, 'info' | 'navigation'>,
  { line, index, count }: AlongPlane,
  every: number,
): AlongSection {
  const { name, kind, inline, crossline, worldFromGrid } = cube;
  if (kind !== 'cube' || inline === null || crossline === null) throw usage(`${name} is no cube`);
  if (worldFromGrid === null) throw usage(`the traces of ${name} have no coordinates that fit a grid`);
  const { positions } = profile.navigation({ line, first: index, count, every });
  if (positions === null) throw usage(`${profile.info.name} has no coordinates, or they are angles`);
  const units = [coordinateUnitOf(cube), coordinateUnitOf(profile.info)] as const;
  if (units[0] !== units[1]) {
    throw usage(`the coordinates of ${name} are in ${units[0]}, those of ${profile.info.name} in ${units[1]}`);
  }
  const size = { inlines: inline.count, crosslines: crossline.count };
  const path = gridPath(worldFromGrid, size, positions.x, positions.y);
  if (path === null) throw usage(`${name} is a single line, which another line does not run over`);
  if (partsInside(path).length === 0) throw usage(`${profile.info.name} does not run over ${name}`);
  return { path, size };
}

const usage = (detail: string): CrosslineError =>
  new CrosslineError({ code: 'usage', detail: `There is no section along this line: ${detail}` });
