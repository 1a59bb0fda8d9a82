/** Joins the split section and the viewer: lines, pictures and display go in, the reading under the pointer comes out. */
import { planeKey } from '../../../shared/slices.ts';
import type { LoadedPicture } from '../../engine-client/loaded-picture.ts';
import type { DisplaySettings } from '../../scene/display-settings.ts';
import type { SplitGeometry, SplitPart, SplitSide } from '../../scene/split/split-geometry.ts';
import { SPLIT_SIDES, type SplitPick, type SplitScene } from '../../scene/split/split-scene.ts';
import { provisionalClip } from '../../state/clip.ts';
import { splitPlane, type Split, type SplitLine } from '../../state/crossings/split.ts';
import { NO_CURSOR } from '../../state/cursor-store.ts';
import { cursorReading } from '../cursor-reading.ts';
import { displaySettingsOf } from '../display-settings-of.ts';
import { lineCursor } from '../line-cursor.ts';
import type { Viewer } from '../viewer.tsx';

type SplitViewer = Pick<Viewer, 'stores' | 'splitBoard'>;

export function linkSplit(scene: SplitScene, viewer: SplitViewer): () => void {
  const { stores, splitBoard } = viewer;
  const { display, session, split } = stores;

  const show = (picture: LoadedPicture | null, side: SplitSide): void => {
    const current = split.getState().current;
    if (current !== null && picture !== null && isOf(picture, current[side])) scene.setPicture(side, picture);
  };
  const setDisplay = (): void => {
    for (const side of SPLIT_SIDES) scene.setDisplay(side, splitDisplay(viewer, side));
  };
  const follow = (current: Split | null): void => {
    scene.setGeometry(current === null || current.hasTwoDomains ? null : splitGeometry(current));
    for (const side of SPLIT_SIDES) show(splitBoard.latest(side), side);
    setDisplay();
  };

  follow(split.getState().current);
  const stops = [
    split.subscribe(({ current }, earlier) => {
      if (current !== earlier.current) follow(current);
    }),
    splitBoard.subscribe((picture, side) => {
      setDisplay();
      show(picture, side);
    }),
    display.subscribe(setDisplay),
    session.subscribe(({ statistics }, earlier) => {
      if (statistics !== earlier.statistics) setDisplay();
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

/** Of the traces that the side shows now, and not of those before. */
export const isOf = ({ surveyId, plane }: LoadedPicture, line: SplitLine): boolean =>
  surveyId === line.info.id && planeKey(plane) === planeKey(splitPlane(line));

export function splitGeometry({ left, right }: Split): SplitGeometry {
  const partOf = ({ first, count, at, direction, spacing, info }: SplitLine): SplitPart => ({
    first,
    count,
    at,
    direction,
    spacing,
    samples: info.samples,
  });
  return { left: partOf(left), right: partOf(right) };
}

/** Each survey by its own percentile: two vintages seldom have amplitudes of one size. */
export function splitDisplay({ stores, splitBoard }: SplitViewer, side: SplitSide): DisplaySettings {
  const chosen = stores.display.getState();
  const surveyId = stores.split.getState().current?.[side].info.id;
  const statistics = stores.session.getState().statistics[surveyId ?? ''] ?? null;
  const picture = splitBoard.latest(side);
  const ownClip = statistics !== null || picture === null ? null : provisionalClip(picture.view, chosen.clipPercentile);
  return displaySettingsOf(chosen, statistics, ownClip);
}

/** The pointer over the split section reads what is under it. */
export function hoverSplit({ stores, splitBoard }: SplitViewer, pick: SplitPick | null): void {
  const { current, left, right } = stores.split.getState();
  const picture = pick === null ? null : splitBoard.latest(pick.side);
  if (pick === null || current === null || picture === null) {
    stores.cursor.setState(NO_CURSOR);
    return;
  }
  const { info } = current[pick.side];
  const { shown } = pick.side === 'left' ? left : right;
  const cell = { row: pick.nearestRow, column: pick.nearestColumn };
  stores.cursor.setState({
    source: 'section',
    position: null,
    onLine: lineCursor(info.id, picture.plane, info.samples, pick),
    reading: cursorReading(info, picture, cell, shown),
  });
}
