import { expect, test } from 'vitest';
import { offsetIndex } from '../../shared/units.ts';
import { PictureBoard } from '../engine-client/picture-board.ts';
import { Presentations } from '../engine-client/presentations.ts';
import { RequestIds } from '../engine-client/request-ids.ts';
import { ManualClock } from '../engine-client/testing/manual-clock.ts';
import { SlowEngine } from '../engine-client/testing/slow-engine.ts';
import type { EngineCalls } from '../../shared/contract.ts';
import { addSurvey } from '../state/session-changes.ts';
import { CUBE, GATHERS, SHOTS } from '../state/testing/survey-infos.ts';
import { activateSurvey, select } from '../state/view-store.ts';
import { SliceLoader } from './slice-loader.ts';
import { createViewerStores } from './viewer-stores.ts';

const NO_STORAGE = { getItem: () => null, setItem: () => undefined, removeItem: () => undefined };
const READ_MS = 10;

function createRig() {
  const clock = new ManualClock();
  const stores = createViewerStores(NO_STORAGE);
  for (const info of [CUBE, GATHERS, SHOTS]) stores.session.setState(addSurvey(info.path!, info));
  const engine = new SlowEngine(clock, () => READ_MS);
  const board = new PictureBoard(() => undefined);
  new SliceLoader({
    stores,
    calls: engine as unknown as EngineCalls,
    board,
    presentations: new Presentations(clock),
    ids: new RequestIds(),
    clock,
    onArrived: () => undefined,
    onShown: () => undefined,
  });
  const show = async (info: typeof CUBE): Promise<void> => {
    stores.view.setState(activateSurvey(info));
    await clock.advance(5 * READ_MS);
  };
  return { board, clock, engine, show, stores };
}

test('all planes of a survey are there again after one that lacks some of them', async () => {
  const { board, show } = createRig();
  for (const info of [GATHERS, SHOTS, GATHERS, CUBE, SHOTS, CUBE]) {
    await show(info);
    for (const orientation of info === SHOTS ? (['gather', 'inline'] as const) : (['inline', 'crossline'] as const)) {
      expect(board.latest(orientation)?.surveyId, `${orientation} of ${info.id}`).toBe(info.id);
    }
  }
});

test('another offset is asked for on every plane, and is a part of each', async () => {
  const { clock, engine, show, stores } = createRig();
  await show(GATHERS);
  const before = engine.requests.length;
  stores.view.setState(select(GATHERS, { kind: 'offset', index: offsetIndex(1) }));
  await clock.advance(5 * READ_MS);
  stores.view.setState(select(GATHERS, { kind: 'stack' }));
  await clock.advance(5 * READ_MS);
  const planes = engine.requests.slice(before).map(({ plane }) => plane);
  const selected = planes.map((plane) => ('selection' in plane ? [plane.orientation, plane.selection] : []));
  for (const orientation of ['inline', 'crossline', 'sample']) {
    expect(selected).toContainEqual([orientation, { kind: 'offset', index: 1 }]);
    expect(selected).toContainEqual([orientation, { kind: 'stack' }]);
  }
  // The gather holds all offsets already.
  expect(planes.some((plane) => plane.orientation === 'gather')).toBe(false);
});
