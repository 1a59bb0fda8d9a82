/** Joins one section view and the viewer: pictures, display and the linked cursor go in, timings and the cursor come out. */
import type { Orientation } from '../../shared/slices.ts';
import type { SurveyInfo } from '../../shared/survey.ts';
import type { SectionPick } from '../scene/scene-events.ts';
import type { SectionScene } from '../scene/section-scene.ts';
import { positionInSurvey } from '../scene/survey-position.ts';
import { NO_CURSOR } from '../state/cursor-store.ts';
import { cursorReading } from './cursor-reading.ts';
import { feedDisplay } from './display-feed.ts';
import { lineCursor, pointOnLine } from './line-cursor.ts';
import type { Viewer } from './viewer.tsx';
import { activeSurvey } from './viewer-stores.ts';

export function linkSection(scene: SectionScene, viewer: Viewer): () => void {
  const { stores, board, presentations } = viewer;
  let shown: Orientation | null = null;
  let followed: SurveyInfo | null = null;

  const follow = (): void => {
    const { orientation } = stores.view.getState();
    const info = activeSurvey(stores)?.info ?? null;
    if (info !== followed) scene.setSurvey(info);
    followed = info;
    // The earlier plane is taken away first: pictures of two orientations have no order between them.
    if (shown !== null && shown !== orientation) scene.setSlice(null, shown);
    if (shown !== orientation) scene.setSlice(board.latest(orientation), orientation);
    shown = orientation;
  };

  // Before the pictures, which are drawn at once: the clip of the first comes from its own samples.
  const stopDisplay = feedDisplay(viewer, (settings) => scene.setDisplay(settings));
  follow();
  const stops = [
    stopDisplay,
    stores.view.subscribe(follow),
    stores.session.subscribe(follow),
    board.subscribe((picture, orientation) => {
      if (orientation !== stores.view.getState().orientation) return;
      scene.setSlice(picture, orientation);
      if (picture !== null) presentations.expect(picture.requestId);
    }),
    stores.cursor.subscribe(({ position, onLine }) => {
      const { orientation } = stores.view.getState();
      const plane = board.latest(orientation)?.plane;
      const isLine = followed !== null && plane !== undefined;
      scene.setCrosshairPoint(isLine ? pointOnLine(followed!.id, plane, followed!.samples, onLine) : null);
      scene.setCrosshair(position);
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

/** The pointer over a section moves the linked cursor. */
export function hoverSection({ stores, board }: Pick<Viewer, 'stores' | 'board'>, pick: SectionPick | null): void {
  const survey = activeSurvey(stores);
  const picture = board.latest(stores.view.getState().orientation);
  if (pick === null || survey === null || picture === null) {
    stores.cursor.setState(NO_CURSOR);
    return;
  }
  const { shown } = stores.navigation.getState();
  stores.cursor.setState({
    source: 'section',
    position: positionInSurvey(picture.plane, pick),
    onLine: lineCursor(survey.info.id, picture.plane, survey.info.samples, pick),
    reading: cursorReading(
      survey.info,
      picture,
      { row: pick.nearestRow, column: pick.nearestColumn },
      shown?.surveyId === survey.info.id ? shown : null,
    ),
  });
}
