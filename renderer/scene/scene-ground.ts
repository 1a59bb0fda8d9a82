/** What the 3D scene stands on: the grid of a cube, else the ground round the lines that are shown. */
import type { SurveyInfo } from '../../shared/survey.ts';
import { GRID_TITLES, type LineTitles } from './axis-labels.ts';
import type { FenceLine } from './fences/fence-line.ts';
import { linesGround } from './fences/lines-ground.ts';
import { cubeAxesOf, type CubeAxes } from './ground.ts';
import { createLocalFrame, type LocalFrame } from './local-frame.ts';

export interface SceneGround {
  readonly axes: CubeAxes;
  readonly frame: LocalFrame;
  readonly titles: LineTitles;
  /** Inlines and crosslines, not northings and eastings. */
  readonly isGrid: boolean;
  /** Where north is, is known. */
  readonly hasNorth: boolean;
}

/**
 * @param unit of the coordinates of lines alone
 * @param exaggeration vertical; null chooses one that makes the box readable
 * @returns null where nothing has a place
 */
export function sceneGround(
  survey: SurveyInfo | null,
  lines: readonly FenceLine[],
  unit: 'm' | 'ft',
  exaggeration: number | null,
): SceneGround | null {
  const cube = survey === null ? null : cubeAxesOf(survey);
  if (survey !== null && cube !== null) {
    const frame = createLocalFrame(cube, survey.worldFromGrid, exaggeration);
    return { axes: cube, frame, titles: GRID_TITLES, isGrid: true, hasNorth: survey.worldFromGrid !== null };
  }
  const ground = linesGround(lines);
  if (ground === null) return null;
  const frame = createLocalFrame(ground.axes, ground.worldFromGrid, exaggeration);
  const titles = { inline: `Northing (${unit})`, crossline: `Easting (${unit})` };
  return { axes: ground.axes, frame, titles, isGrid: false, hasNorth: true };
}
