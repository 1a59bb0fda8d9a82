import { expect, test } from 'vitest';
import { compactView, NO_DECIMATION } from '../../shared/slices.ts';
import { inlineIndex } from '../../shared/units.ts';
import type { LoadedPicture } from '../engine-client/loaded-picture.ts';
import { PictureBoard } from '../engine-client/picture-board.ts';
import { ENGINE_TIMING } from '../engine-client/testing/slow-engine.ts';
import { addSurvey } from '../state/session-changes.ts';
import { CUBE } from '../state/testing/survey-infos.ts';
import { activateSurvey } from '../state/view-store.ts';
import { followPointer } from './section-hover.ts';
import { createViewerStores } from './viewer-stores.ts';

const nowhere = { getItem: () => null, setItem: () => undefined, removeItem: () => undefined };
const PICK = { row: 1, column: 1, nearestRow: 1, nearestColumn: 1 };

const inlineOf = (index: number, amplitude: number): LoadedPicture => ({
  requestId: index,
  surveyId: CUBE.id,
  plane: { orientation: 'inline', index: inlineIndex(index) },
  decimation: NO_DECIMATION,
  view: compactView(new Float32Array(4).fill(amplitude), 2, 2),
  traceStatus: null,
  timing: ENGINE_TIMING,
  transferMs: 0,
  inputAtMs: null,
});

function start() {
  const stores = createViewerStores(nowhere);
  const board = new PictureBoard(() => undefined);
  stores.session.setState(addSurvey('/data/cube.sgy', CUBE));
  stores.view.setState(activateSurvey(CUBE));
  board.put(inlineOf(3, 7));
  const hover = followPointer({ stores, board });
  hover.move(PICK);
  return { stores, board, hover, reading: () => stores.cursor.getState().reading };
}

test('a resting pointer reads the picture that a key has brought', () => {
  const { board, reading } = start();
  expect(reading()).toMatchObject({ inlineNumber: 106, amplitude: 7 });
  board.put(inlineOf(4, 8));
  expect(reading()).toMatchObject({ inlineNumber: 108, amplitude: 8 });
});

test('it reads nothing once another plane is shown, nothing is, or it has left', () => {
  const turned = start();
  turned.stores.view.setState({ orientation: 'crossline' });
  expect(turned.reading()).toBeNull();
  const closed = start();
  closed.board.clear();
  expect(closed.reading()).toBeNull();
  const left = start();
  left.hover.move(null);
  left.board.put(inlineOf(4, 8));
  expect(left.reading()).toBeNull();
});

test('it ends with its view', () => {
  const { board, hover, reading } = start();
  hover.stop();
  board.put(inlineOf(4, 8));
  expect(reading()).toMatchObject({ inlineNumber: 106 });
});
