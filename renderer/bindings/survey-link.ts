/** Joins the 3D view and the viewer: pictures, display and the linked cursor go in, moves and the cursor come out. */
import type { PlaneKind } from '../../shared/slices.ts';
import type { SurveyInfo } from '../../shared/survey.ts';
import type { LoadedPicture } from '../engine-client/loaded-picture.ts';
import type { PlaneOrientation, SurveyPick } from '../scene/scene-events.ts';
import type { SurveyScene } from '../scene/survey-scene.ts';
import { pointInSection } from '../scene/survey-position.ts';
import { NO_CURSOR } from '../state/cursor-store.ts';
import { cursorReading } from './cursor-reading.ts';
import { feedDisplay, type DisplayedSurvey } from './display-feed.ts';
import type { Viewer } from './viewer.tsx';

const PLANES: readonly PlaneOrientation[] = ['inline', 'crossline', 'sample'];

const isPlane = (orientation: PlaneKind): orientation is PlaneOrientation =>
  orientation === 'inline' || orientation === 'crossline' || orientation === 'sample';

export function linkSurvey(scene: SurveyScene, viewer: Viewer): () => void {
  const { stores, board, presentations } = viewer;
  let followed: SurveyInfo | null = null;
  const follow = (): void => {
    const info = stores.scene.getState().situation.cube;
    if (info === followed) return;
    followed = info;
    scene.setSurvey(info);
    for (const orientation of PLANES) scene.setSlice(board.latest(orientation), orientation);
  };

  const show = (picture: LoadedPicture | null, orientation: PlaneKind): void => {
    if (!isPlane(orientation)) return;
    if (picture === null) {
      scene.setSlice(null, orientation);
      return;
    }
    // Where a section shows it too, that is what the user steps through, and this view follows.
    scene.setSlice(picture, orientation, presentations.isExpected(picture.requestId) ? 'leisurely' : 'prompt');
    presentations.expect(picture.requestId);
  };

  follow();
  const stops = [
    stores.scene.subscribe(follow),
    board.subscribe(show, 'then'),
    stores.cursor.subscribe(({ position }) => scene.setCrosshair(position)),
    feedDisplay(
      viewer,
      (settings) => scene.setDisplay(settings),
      () => displayed(viewer),
    ),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

/** Fences look as the slices that they stand among. */
function displayed({ stores, board }: Viewer): DisplayedSurvey {
  const { cube } = stores.scene.getState().situation;
  const { activeSurveyId, orientation } = stores.view.getState();
  const isActive = cube === null || cube.id === activeSurveyId;
  return isActive
    ? { surveyId: activeSurveyId, picture: board.latest(orientation) }
    : { surveyId: cube.id, picture: board.latest('inline') };
}

/** A plane of the cube in 3D is moved or chosen: it is looked at from then on, also where a line was. */
export function activateScene({ stores, commands }: Viewer, orientation: PlaneOrientation): void {
  const { cube } = stores.scene.getState().situation;
  if (cube !== null && cube.id !== stores.view.getState().activeSurveyId) commands.activate(cube.id);
  if (stores.view.getState().orientation !== orientation) stores.view.setState({ orientation });
}

/** The pointer over a plane in 3D moves the linked cursor. */
export function hoverSurvey({ stores, board }: Viewer, pick: SurveyPick | null): void {
  const survey = stores.scene.getState().situation.cube;
  const picture = pick === null ? null : board.latest(pick.orientation);
  const point = pick === null || picture === null ? null : pointInSection(picture.plane, pick.position);
  if (survey === null || pick === null || picture === null || point === null) {
    stores.cursor.setState(NO_CURSOR);
    return;
  }
  const cell = { row: Math.round(point.row), column: Math.round(point.column) };
  stores.cursor.setState({
    source: 'scene',
    position: pick.position,
    onLine: null,
    reading: cursorReading(survey, picture, cell, null),
  });
}
