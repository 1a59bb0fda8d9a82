import { expect, test } from 'vitest';
import { foundCrossings } from '../testing/found-crossings.ts';
import { crossingAt } from './crossing-at.ts';
import { createCrossingsStore, failSearch, startSearch, takeFound } from './crossings-store.ts';

const TIMING = { transferMs: 1, drawMs: null };

test('gives a crossing with its lines and traces', () => {
  const found = foundCrossings([[0, 2, 5, 7]]);
  expect(crossingAt(found, 0)).toMatchObject({ profile1: { name: 'A' }, profile2: { name: 'C' }, t11: 5, t22: 8 });
});

test('keeps the crossing that is looked at when others come before it, and lets go of one that is gone', () => {
  const store = createCrossingsStore();
  store.setState(takeFound(foundCrossings([[0, 1, 5, 7]], ['b', 'c']), TIMING));
  store.setState({ selected: { kind: 'crossing', index: 0 } });
  store.setState(takeFound(foundCrossings([[0, 1, 1, 1], [1, 2, 5, 7]]), TIMING)); // prettier-ignore
  expect(store.getState().selected).toEqual({ kind: 'crossing', index: 1 });
  store.setState(takeFound(foundCrossings([[0, 1, 1, 1]]), TIMING));
  expect(store.getState().selected).toBeNull();
});

test('a search that was cancelled is no failure', () => {
  const store = createCrossingsStore();
  store.setState(startSearch());
  store.setState(failSearch({ code: 'cancelled' }));
  expect(store.getState()).toMatchObject({ status: 'cancelled', fault: null });
});
