/** Joins the section of a cube along a line and the viewer: it shows what the line's own section shows, by time. */
import { gridPoint } from '../../../shared/geometry/world-from-grid.ts';
import { planeKey } from '../../../shared/slices.ts';
import { crosslineNumberAt, inlineNumberAt } from '../../../shared/axes.ts';
import { crosslineIndex, inlineIndex } from '../../../shared/units.ts';
import type { LoadedPicture } from '../../engine-client/loaded-picture.ts';
import { linkedView } from '../../scene/linked-view.ts';
import type { SectionPick } from '../../scene/scene-events.ts';
import type { SectionScene } from '../../scene/section-scene.ts';
import type { AlongCube } from '../../state/along/along-situation.ts';
import { provisionalClip } from '../../state/clip.ts';
import { NO_CURSOR, type CursorReading } from '../../state/cursor-store.ts';
import { cursorReading } from '../cursor-reading.ts';
import { displaySettingsOf } from '../display-settings-of.ts';
import { lineCursor, pointOnLine } from '../line-cursor.ts';
import type { Viewer } from '../viewer.tsx';

type AlongViewer = Pick<Viewer, 'stores' | 'alongBoard' | 'leading' | 'profiles'>;

export function linkAlong(scene: SectionScene, viewer: AlongViewer): () => void {
  const { stores, alongBoard, leading } = viewer;
  const { along, cursor, display, session } = stores;

  const followView = (): void => {
    const current = currentOf(viewer);
    const { view } = leading;
    if (current === null || view === null) return;
    const { line, cube, plane } = current;
    const size = { across: plane.count, down: cube.samples.count };
    scene.follow((width, height) => linkedView(view, line.samples, cube.samples, size, { width, height }));
  };
  const setDisplay = (): void => scene.setDisplay(alongDisplay(viewer));
  const follow = (): void => {
    const current = currentOf(viewer);
    scene.setSurvey(current?.cube ?? null);
    followView();
    show(alongBoard.latest('along'));
  };
  const show = (picture: LoadedPicture | null): void => {
    const current = currentOf(viewer);
    setDisplay();
    if (picture === null || current === null) scene.setSlice(null, 'along');
    else if (isOf(picture, current)) scene.setSlice(picture, 'along');
  };

  follow();
  const stops = [
    along.subscribe(({ situation }, earlier) => {
      if (situation !== earlier.situation) follow();
    }),
    alongBoard.subscribe(show),
    leading.subscribe(followView),
    display.subscribe(setDisplay),
    session.subscribe(({ statistics }, earlier) => {
      if (statistics !== earlier.statistics) setDisplay();
    }),
    cursor.subscribe(({ onLine }) => {
      const current = currentOf(viewer);
      if (current === null) return;
      scene.setCrosshairPoint(pointOnLine(current.cube.id, current.plane, current.cube.samples, onLine));
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

function currentOf({ stores }: AlongViewer): AlongCube | null {
  const { situation } = stores.along.getState();
  return situation.kind === 'cube' && !situation.hasTwoDomains ? situation : null;
}

const isOf = ({ surveyId, plane }: LoadedPicture, current: AlongCube): boolean =>
  surveyId === current.cube.id && planeKey(plane) === planeKey(current.plane);

/** By the cube's own amplitudes: those of another vintage are seldom of one size. */
function alongDisplay(viewer: AlongViewer) {
  const { stores, alongBoard } = viewer;
  const chosen = stores.display.getState();
  const current = currentOf(viewer);
  const statistics = current === null ? null : (stores.session.getState().statistics[current.cube.id] ?? null);
  const picture = alongBoard.latest('along');
  const ownClip = statistics !== null || picture === null ? null : provisionalClip(picture.view, chosen.clipPercentile);
  return displaySettingsOf(chosen, statistics, ownClip);
}

/** The pointer over the section reads the cube, and moves the cursor on the line. */
export function hoverAlong(viewer: AlongViewer, pick: SectionPick | null): void {
  const { stores, alongBoard } = viewer;
  const current = currentOf(viewer);
  const picture = pick === null ? null : alongBoard.latest('along');
  if (pick === null || current === null || picture === null || !isOf(picture, current)) {
    stores.cursor.setState(NO_CURSOR);
    return;
  }
  const { cube, plane } = current;
  const cell = { row: pick.nearestRow, column: pick.nearestColumn };
  stores.cursor.setState({
    source: 'section',
    position: null,
    onLine: lineCursor(cube.id, plane, cube.samples, pick),
    reading: { ...cursorReading(cube, picture, cell, null), ...placeOf(viewer, current, cell.row) },
  });
}

/** Where a trace of the section is: on the line, and in the cube the lines next to it. */
function placeOf({ profiles }: AlongViewer, { line, cube, plane }: AlongCube, row: number): Partial<CursorReading> {
  const profile = profiles.find(line.id, plane.line);
  const trace = plane.index + row;
  const [x, y] = [profile?.x[trace], profile?.y[trace]];
  if (profile === null || x === undefined || y === undefined || Number.isNaN(x)) return {};
  const known = { x, y, cdpNumber: profile.cdp[trace] ?? null };
  const point = cube.worldFromGrid && gridPoint(cube.worldFromGrid, { x, y });
  const { inline, crossline } = cube;
  if (point === null || inline === null || crossline === null) return known;
  const nearest = { inline: Math.round(point.inline), crossline: Math.round(point.crossline) };
  const isInside =
    nearest.inline >= 0 &&
    nearest.inline < inline.count &&
    nearest.crossline >= 0 &&
    nearest.crossline < crossline.count;
  if (!isInside) return known;
  return {
    ...known,
    inlineNumber: inlineNumberAt(inline, inlineIndex(nearest.inline)),
    crosslineNumber: crosslineNumberAt(crossline, crosslineIndex(nearest.crossline)),
  };
}
