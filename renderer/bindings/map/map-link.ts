/** Joins the map's scene and the viewer: lines, cubes, crossings and the linked cursor go in. */
import { worldPoint } from '../../../shared/geometry/world-from-grid.ts';
import type { SurveyInfo } from '../../../shared/survey.ts';
import type { MapPath } from '../../scene/map/map-content.ts';
import type { MapScene } from '../../scene/map/map-scene.ts';
import { isCube } from '../../state/plane-positions.ts';
import { misTieGrades } from '../../state/ties/mis-tie-scale.ts';
import { activeSurvey } from '../viewer-stores.ts';
import type { Viewer } from '../viewer.tsx';
import { activeKey } from './active-key.ts';
import { mapContents } from './map-contents.ts';
import { mapCrossings } from './map-crossings.ts';

/** What `linkMap` needs to be told of the pointer. */
export interface MapHover {
  /** Key of the line or cube under the pointer. */
  setHovered(key: string | null): void;
  stop(): void;
}

export function linkMap(scene: MapScene, { stores, profiles, traces }: Viewer): MapHover {
  let hovered: string | null = null;

  const followContents = (): void => {
    const infos = stores.session.getState().surveys.map(({ info }) => info);
    const { lines, cubes, unit, groups, absent } = mapContents(infos, profiles.profiles, profiles.placeless);
    scene.setUnit(unit);
    scene.setLines(lines);
    scene.setCubes(cubes);
    stores.map.setState({ unit, groups, absent, shownCount: lines.length + cubes.length });
  };
  const followCrossings = (): void => {
    const { found } = stores.crossings.getState();
    scene.setCrossings(mapCrossings(found, profiles, misTieGrades(stores.ties.getState(), found)));
  };
  const followEmphasis = (): void => {
    const { chosenLines, selected, hovered: hoveredCrossing } = stores.crossings.getState();
    const active = activeKey(stores);
    scene.setEmphasis({ active, hovered, chosen: chosenLines, selectedCrossing: selected, hoveredCrossing });
  };
  let planes = '';
  const followPlanes = (): void => {
    const info = activeSurvey(stores)?.info ?? null;
    const at = info === null ? undefined : stores.view.getState().positions[info.id];
    const now = info === null || at === undefined ? '' : `${info.id} ${at.inline} ${at.crossline}`;
    if (now === planes) return;
    planes = now;
    scene.setPlanes(info === null || at === undefined ? [] : planesOf(info, at));
  };
  const followCursor = (): void => {
    const { source, reading } = stores.cursor.getState();
    const onMap = source === 'map' ? stores.map.getState().reading?.nearest : reading;
    const { x = null, y = null } = onMap ?? {};
    scene.setCursor(x === null || y === null ? null : { x, y });
  };
  const followShown = (): void => {
    if (stores.map.getState().isShown) traces.want();
  };

  for (const follow of [followContents, followCrossings, followEmphasis, followPlanes, followShown]) follow();
  const stops = [
    profiles.subscribe(() => {
      followContents();
      followCrossings();
    }),
    stores.session.subscribe(({ surveys }, earlier) => {
      if (surveys === earlier.surveys) return;
      followContents();
      followEmphasis();
      followPlanes();
    }),
    stores.view.subscribe(() => {
      followEmphasis();
      followPlanes();
    }),
    stores.crossings.subscribe(({ found }, earlier) => {
      if (found !== earlier.found) followCrossings();
      followEmphasis();
    }),
    stores.ties.subscribe(({ open, view }, earlier) => {
      if (open !== earlier.open || view !== earlier.view) followCrossings();
    }),
    stores.cursor.subscribe(followCursor),
    stores.map.subscribe(({ isShown, isBoxTool }) => {
      scene.setBoxTool(isBoxTool);
      if (isShown) followShown();
    }),
  ];
  return {
    setHovered: (key) => {
      if (key === hovered) return;
      hovered = key;
      followEmphasis();
    },
    stop: () => {
      for (const stop of stops) stop();
    },
  };
}

/** The inline and the crossline, across the cube's outline. */
function planesOf(info: SurveyInfo, at: { readonly inline: number; readonly crossline: number }): readonly MapPath[] {
  const { inline, crossline, worldFromGrid } = info;
  if (!isCube(info) || inline === null || crossline === null || worldFromGrid === null) return [];
  const path = (...ends: readonly (readonly [number, number])[]): MapPath => {
    const points = ends.map(([i, j]) => worldPoint(worldFromGrid, { inline: i, crossline: j }));
    return { x: points.map(({ x }) => x), y: points.map(({ y }) => y) };
  };
  return [
    path([at.inline, 0], [at.inline, crossline.count - 1]),
    path([0, at.crossline], [inline.count - 1, at.crossline]),
  ];
}
