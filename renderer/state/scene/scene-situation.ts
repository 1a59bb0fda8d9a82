/** What stands in the 3D scene: a cube's slices, and 2D lines as fences. */
import { coordinateUnitOf } from '../../../shared/mapping/coordinate-unit-of.ts';
import type { CoordinateUnit } from '../../../shared/mapping/segy-mapping.ts';
import type { Domain } from '../../../shared/axes.ts';
import type { WorldFromGrid } from '../../../shared/geometry/world-from-grid.ts';
import type { SurveyId, SurveyInfo } from '../../../shared/survey.ts';
import type { LineIndex } from '../../../shared/units.ts';
import type { BoardProfile } from '../../engine-client/profile-board.ts';
import { profileKey } from '../crossings/crossing-at.ts';
import { isCube } from '../plane-positions.ts';

/** `chosen`: the line that is looked at (else the last one), and those chosen on the map. */
export type FenceMode = 'none' | 'chosen' | 'all';

export interface LineRef {
  readonly surveyId: SurveyId;
  readonly line: LineIndex;
}

export interface SceneFence {
  /** See `profileKey`. */
  readonly key: string;
  readonly profile: BoardProfile;
  readonly info: SurveyInfo;
}

export interface SceneSituation {
  /** Whose slices are shown; null where there is none. */
  readonly cube: SurveyInfo | null;
  readonly fences: readonly SceneFence[];
  /** Of `fences`, the line that is looked at. */
  readonly activeKey: string | null;
  readonly unit: CoordinateUnit;
  readonly domain: Domain;
  /** Lines that were wanted and are measured in another unit, or are in time among depths or the other way round. */
  readonly leftOutCount: number;
  /** Where the line that is looked at stands is not known yet. */
  readonly isWaiting: boolean;
}

export const NO_SCENE: SceneSituation = {
  cube: null,
  fences: [],
  activeKey: null,
  unit: 'metres',
  domain: 'unknown',
  leftOutCount: 0,
  isWaiting: false,
};

export interface SceneChoice {
  readonly surveys: readonly SurveyInfo[];
  readonly active: SurveyInfo | null;
  /** Of the active survey. */
  readonly activeLine: LineIndex;
  readonly profiles: readonly BoardProfile[];
  /** Lines that are known to lie nowhere. */
  readonly placeless: readonly LineRef[];
  readonly mode: FenceMode;
  /** Chosen on the map, by `profileKey`. */
  readonly chosenKeys: ReadonlySet<string> | null;
  /** The cube and the line that were looked at last. */
  readonly cubeId: SurveyId | null;
  readonly lastLine: LineRef | null;
}

export function sceneSituation(choice: SceneChoice): SceneSituation {
  const { surveys, active, activeLine, profiles, mode, chosenKeys, lastLine } = choice;
  // What has no place on the ground shows nothing of others; gathers along lines have planes of the same names as a cube's.
  if (active !== null && !isCube(active) && active.kind !== 'line') return NO_SCENE;
  const cube = cubeOf(choice);
  const isLine = active !== null && active.lines !== null;
  const activeKey = isLine ? profileKey({ surveyId: active.id, line: activeLine }) : null;
  const lookedAt = activeKey ?? (lastLine === null ? null : profileKey(lastLine));
  const infos = new Map(surveys.map((info) => [info.id, info]));
  const wanted = profiles.flatMap((profile): SceneFence[] => {
    const info = infos.get(profile.surveyId);
    const key = profileKey(profile);
    const isWanted = mode === 'all' || (mode === 'chosen' && (key === lookedAt || chosenKeys?.has(key) === true));
    return info === undefined || !isWanted ? [] : [{ key, profile, info }];
  });
  const first = wanted.find(({ key }) => key === activeKey) ?? wanted[0];
  const unit = cube === null ? (first?.profile.unit ?? 'metres') : coordinateUnitOf(cube);
  const domain = (cube ?? first?.info)?.samples.domain ?? 'unknown';
  const hasGround = cube === null || hasArea(cube.worldFromGrid);
  const fences = wanted.filter(({ profile, info }) => {
    return hasGround && profile.unit === unit && isSameDomain(info.samples.domain, domain);
  });
  return {
    cube,
    fences,
    activeKey: fences.some(({ key }) => key === activeKey) ? activeKey : null,
    unit,
    domain,
    leftOutCount: wanted.length - fences.length,
    isWaiting: mode !== 'none' && isUnread(choice, activeKey),
  };
}

function isUnread({ active, profiles, placeless }: SceneChoice, activeKey: string | null): boolean {
  if (active?.kind !== 'line') return false;
  if (activeKey === null) return true;
  return ![...profiles, ...placeless].some((line) => profileKey(line) === activeKey);
}

/** The one that is looked at, else the one that was last, else the first. */
function cubeOf({ surveys, active, cubeId }: SceneChoice): SurveyInfo | null {
  if (active !== null && isCube(active)) return active;
  return surveys.find((info) => info.id === cubeId && isCube(info)) ?? surveys.find(isCube) ?? null;
}

/** A survey that does not say is taken for the same. */
export const isSameDomain = (one: Domain, other: Domain): boolean =>
  one === other || one === 'unknown' || other === 'unknown';

const hasArea = (ground: WorldFromGrid | null): boolean =>
  ground !== null && ground.inlineX * ground.crosslineY - ground.inlineY * ground.crosslineX !== 0;

export const isSameSituation = (a: SceneSituation, b: SceneSituation): boolean =>
  a.cube === b.cube &&
  a.activeKey === b.activeKey &&
  a.unit === b.unit &&
  a.domain === b.domain &&
  a.leftOutCount === b.leftOutCount &&
  a.isWaiting === b.isWaiting &&
  a.fences.length === b.fences.length &&
  a.fences.every(({ profile, info }, at) => profile === b.fences[at]!.profile && info === b.fences[at]!.info);
