import { expect, test } from 'vitest';
import { foundCrossings } from '../testing/found-crossings.ts';
import { crossingAt } from './crossing-at.ts';
import { createCrossingsStore, failSearch, startSearch, takeFound } from './crossings-store.ts';

const TRANSFER_MS = 1;

test('gives a crossing with its lines and traces', () => {
  const found = foundCrossings([[0, 2, 5, 7]]);
  expect(crossingAt(found, 0)).toMatchObject({ profile1: { name: 'A' }, profile2: { name: 'C' }, t11: 5, t22: 8 });
});

test('keeps the crossing that is looked at when others come before it, and lets go of one that is gone', () => {
  const store = createCrossingsStore();
  store.setState(takeFound(foundCrossings([[0, 1, 5, 7]], ['b', 'c']), TRANSFER_MS));
  store.setState({ selected: { kind: 'crossing', index: 0 } });
  store.setState(takeFound(foundCrossings([[0, 1, 1, 1], [1, 2, 5, 7]]), TRANSFER_MS)); // prettier-ignore
  expect(store.getState().selected).toEqual({ kind: 'crossing', index: 1 });
  store.setState(takeFound(foundCrossings([[0, 1, 1, 1]]), TRANSFER_MS));
  expect(store.getState().selected).toBeNull();
});

test('keeps the crossing that is looked at when a new engine gives the surveys other ids', () => {
  const store = createCrossingsStore();
  const found = foundCrossings([[0, 1, 1, 1], [0, 1, 5, 7]]); // prettier-ignore
  store.setState(takeFound(found, TRANSFER_MS));
  store.setState({ selected: { kind: 'crossing', index: 1 } });
  const profiles = found.profiles.map((profile) => ({ ...profile, surveyId: `new ${profile.surveyId}` }));
  store.setState(takeFound({ ...found, profiles }, TRANSFER_MS));
  expect(store.getState().selected).toEqual({ kind: 'crossing', index: 1 });
});

test('a search that was cancelled is no failure', () => {
  const store = createCrossingsStore();
  store.setState(startSearch());
  store.setState(failSearch({ code: 'cancelled' }));
  expect(store.getState()).toMatchObject({ status: 'cancelled', fault: null });
});

test('keeps the times of the last search that looked at any lines', () => {
  const store = createCrossingsStore();
  store.setState(takeFound(foundCrossings([[0, 1, 5, 7]]), TRANSFER_MS));
  store.setState(takeFound({ ...foundCrossings([]), searchedCount: 0 }, 2));
  expect(store.getState().timing).toMatchObject({ transferMs: 1, searchedCount: 3, lineCount: 3, drawMs: null });
});
