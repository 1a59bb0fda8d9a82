/** What of the open surveys lies on the map, and why the rest does not. */
import type { WorldFromGrid } from '../../../shared/geometry/world-from-grid.ts';
import { worldPoint } from '../../../shared/geometry/world-from-grid.ts';
import type { CoordinateUnit } from '../../../shared/mapping/segy-mapping.ts';
import type { PlacelessProfile } from '../../../shared/profile-calls.ts';
import type { SurveyInfo } from '../../../shared/survey.ts';
import type { BoardProfile } from '../../engine-client/profile-board.ts';
import type { MapCube, MapLine } from '../../scene/map/map-content.ts';
import { profileKey } from '../../state/crossings/crossing-at.ts';
import { groupLines } from '../../state/map/line-groups.ts';
import type { AbsentFromMap, MapGroup } from '../../state/map/map-store.ts';
import { isCube } from '../../state/plane-positions.ts';

export interface MapContents {
  readonly unit: 'metres' | 'feet';
  readonly lines: readonly MapLine[];
  readonly cubes: readonly MapCube[];
  readonly groups: readonly MapGroup[];
  readonly absent: readonly AbsentFromMap[];
}

type MapUnit = MapContents['unit'];

export function mapContents(
  surveys: readonly SurveyInfo[],
  profiles: readonly BoardProfile[],
  placeless: readonly PlacelessProfile[],
): MapContents {
  const unit = unitOfMost(surveys, profiles);
  const absent: AbsentFromMap[] = placeless.map(({ name, reason }) => ({ name, reason }));
  const isInUnit = (name: string, own: CoordinateUnit): boolean => {
    if (own === unit) return true;
    absent.push({ name, reason: `its coordinates are in ${own}, those of most of the map in ${unit}` });
    return false;
  };
  const shown = profiles.filter(({ name, unit: own }) => isInUnit(name, own));
  const paths = new Map(surveys.map(({ id, path }) => [id, path]));
  const { names, groupOf } = groupLines(
    shown.map(({ name, surveyId }) => ({ name, path: paths.get(surveyId) ?? null })),
  );
  const cubes: MapCube[] = [];
  for (const info of surveys) {
    const reason = absenceOf(info);
    if (reason !== null) absent.push({ name: info.name, reason });
    else if (isCube(info) && isInUnit(info.name, unitOf(info))) cubes.push(cubeOf(info, info.worldFromGrid!));
  }
  return {
    unit,
    lines: shown.map((profile, p) => ({ ...profile, key: profileKey(profile), group: groupOf[p]! })),
    cubes,
    groups: names.map((name, group) => ({ name, lineCount: groupOf.filter((of) => of === group).length })),
    absent,
  };
}

const unitOf = ({ mapping }: SurveyInfo): CoordinateUnit => mapping?.mapping.coordinateUnit ?? 'metres';

/** That of most traces: what is in another one would lie nowhere. */
function unitOfMost(surveys: readonly SurveyInfo[], profiles: readonly BoardProfile[]): MapUnit {
  const inFeet = (unit: CoordinateUnit, count: number): number =>
    unit === 'feet' ? count : unit === 'metres' ? -count : 0;
  const ofLines = profiles.reduce((sum, { unit, x }) => sum + inFeet(unit, x.length), 0);
  const cubes = surveys.filter((info) => isCube(info) && info.worldFromGrid !== null);
  const ofCubes = cubes.reduce((sum, info) => sum + inFeet(unitOf(info), info.traceCount), 0);
  return ofLines + ofCubes > 0 ? 'feet' : 'metres';
}

/** Null of what may be on the map; lines tell for themselves once they are known. */
function absenceOf(info: SurveyInfo): string | null {
  if (isCube(info)) return info.worldFromGrid === null ? 'it is not known where its grid lies on the ground' : null;
  if (info.kind === 'line') return info.lines === null ? 'its headers are still being read' : null;
  return info.kind === 'gathers' ? 'its gathers lie on no grid' : 'its traces make neither a grid nor lines';
}

function cubeOf({ id, name, inline, crossline }: SurveyInfo, ground: WorldFromGrid): MapCube {
  const [lastInline, lastCrossline] = [inline!.count - 1, crossline!.count - 1];
  const corners = [[0, 0], [0, lastCrossline], [lastInline, lastCrossline], [lastInline, 0]] as const; // prettier-ignore
  return { key: id, name, corners: corners.map(([i, j]) => worldPoint(ground, { inline: i, crossline: j })) };
}
