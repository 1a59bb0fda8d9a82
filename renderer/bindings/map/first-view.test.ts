import { expect, test } from 'vitest';
import { addSurvey } from '../../state/session-changes.ts';
import { CUBE, TWO_LINES } from '../../state/testing/survey-infos.ts';
import { createViewerStores } from '../viewer-stores.ts';
import { chooseFirstView } from './first-view.ts';

const NO_STORAGE = { getItem: () => null, setItem: () => undefined, removeItem: () => undefined };

function createRig() {
  const stores = createViewerStores(NO_STORAGE);
  chooseFirstView(stores);
  const open = (info: typeof CUBE): void => stores.session.setState(addSurvey(info.path!, info));
  return { stores, open, isMapShown: () => stores.map.getState().isShown };
}

test('lines come up on the map, a cube in 3D, also when it comes after them', () => {
  const { open, isMapShown } = createRig();
  open(TWO_LINES);
  expect(isMapShown()).toBe(true);
  open(CUBE);
  expect(isMapShown()).toBe(false);
});

test('what the user has chosen stays', () => {
  const { stores, open, isMapShown } = createRig();
  open(TWO_LINES);
  stores.map.setState({ isShown: false });
  stores.map.setState({ isShown: true });
  open(CUBE);
  expect(isMapShown()).toBe(true);
});
