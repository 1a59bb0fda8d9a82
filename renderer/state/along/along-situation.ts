/** What can be shown of a cube along the line that is looked at, and why not. */
import type { AlongInterpolation } from '../../../shared/geometry/along/trace-weights.ts';
import type { AlongPlane } from '../../../shared/slices.ts';
import type { SurveyId, SurveyInfo } from '../../../shared/survey.ts';
import type { BoardProfile } from '../../engine-client/profile-board.ts';
import { planeOf, type PlanePositions } from '../plane-positions.ts';
import { isSameDomain } from '../scene/scene-situation.ts';
import { cubesAlong, type CubeAlong } from './cubes-along.ts';

export type AlongSituation =
  /** No line is looked at. */
  | { readonly kind: 'no-line' }
  /** The line has no place on the ground, or it is not known yet. */
  | { readonly kind: 'placeless' }
  /** It runs over none of the open cubes. */
  | { readonly kind: 'no-cube' }
  | AlongCube;

export interface AlongCube {
  readonly kind: 'cube';
  readonly line: SurveyInfo;
  readonly cube: SurveyInfo;
  readonly plane: AlongPlane;
  /** All that the line runs over, `cube` among them. */
  readonly cubes: readonly CubeAlong[];
  /** One is in time and the other in depth: they are not compared. */
  readonly hasTwoDomains: boolean;
}

interface AlongChoice {
  readonly line: SurveyInfo | null;
  readonly positions: PlanePositions | undefined;
  readonly profile: BoardProfile | null;
  readonly surveys: readonly SurveyInfo[];
  /** Null, or one that the line does not run over: the one that most of its traces lie in. */
  readonly chosenId: SurveyId | null;
  readonly interpolation: AlongInterpolation;
}

export function alongSituation(choice: AlongChoice): AlongSituation {
  const { line, positions, profile, surveys, chosenId, interpolation } = choice;
  const hasLines = line !== null && line.lines !== null;
  const plane = hasLines && positions !== undefined ? planeOf(line, 'traces', positions) : null;
  if (line === null || plane?.orientation !== 'traces' || plane.line === undefined) return { kind: 'no-line' };
  if (profile === null) return { kind: 'placeless' };
  const cubes = cubesAlong(profile, surveys);
  const chosen = cubes.find(({ info }) => info.id === chosenId) ?? mostInside(cubes);
  if (chosen === null) return { kind: 'no-cube' };
  const { info: cube } = chosen;
  return {
    kind: 'cube',
    line,
    cube,
    plane: { ...plane, line: plane.line, orientation: 'along', profile: line.id, interpolation },
    cubes,
    hasTwoDomains: !isSameDomain(line.samples.domain, cube.samples.domain),
  };
}

const mostInside = (cubes: readonly CubeAlong[]): CubeAlong | null =>
  cubes.reduce<CubeAlong | null>(
    (most, cube) => (most === null || cube.insideCount > most.insideCount ? cube : most),
    null,
  );
