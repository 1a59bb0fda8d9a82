import { expect, test } from 'vitest';
import { CrosslineError } from '../../../shared/errors.ts';
import type { OpenTies, TieRequest } from '../../../shared/tie-calls.ts';
import { lineIndex } from '../../../shared/units.ts';
import { ManualClock } from '../../engine-client/testing/manual-clock.ts';
import { takeFound } from '../../state/crossings/crossings-store.ts';
import { foundCrossings } from '../../state/testing/found-crossings.ts';
import { adjustedTie, openTies } from '../../state/testing/open-ties.ts';
import { toggleReference } from '../../state/ties/tie-choices.ts';
import { createViewerStores } from '../viewer-stores.ts';
import { TieSearch } from './tie-search.ts';

const NO_STORAGE = { getItem: () => null, setItem: () => undefined, removeItem: () => undefined };
/** Longer than the search waits for more choices. */
const SOON_MS = 1000;
const TIES = openTies([[0, 1]], [adjustedTie(0.4)], [0, 0, 1, 2]);

function createRig(answer: () => Promise<OpenTies> = () => Promise.resolve(TIES)) {
  const clock = new ManualClock();
  const stores = createViewerStores(NO_STORAGE);
  stores.crossings.setState(takeFound(foundCrossings([[0, 1, 5, 7]]), 0));
  const asked: TieRequest[] = [];
  const calls = {
    findTies: (request: TieRequest): Promise<OpenTies> => {
      asked.push(request);
      return answer();
    },
    cancelJob: () => Promise.resolve(),
  };
  const search = new TieSearch({ stores, calls, clock });
  return { asked, clock, search, state: () => stores.ties.getState(), stores };
}

const REFERENCE = { surveyId: 'b', line: lineIndex(0) };

test('waits until the user asks, and then follows lines and choices', async () => {
  const { asked, clock, state, stores } = createRig();
  stores.crossings.setState(takeFound(foundCrossings([[0, 1, 5, 7]]), 0));
  await clock.advance(SOON_MS);
  expect(asked).toEqual([]);
  expect(state().status).toBe('none');

  stores.ties.setState({ isWanted: true });
  await clock.advance(SOON_MS);
  expect(state()).toMatchObject({ status: 'tied', open: TIES });

  for (const surveyId of ['a', 'b', 'a']) {
    stores.ties.setState(({ history }) => ({ history: toggleReference({ ...REFERENCE, surveyId })(history) }));
  }
  await clock.advance(SOON_MS);
  expect(asked).toHaveLength(2);
  expect(asked[1]!.references).toEqual([REFERENCE]);

  stores.crossings.setState(takeFound(foundCrossings([[0, 1, 5, 8]]), 0));
  await clock.advance(SOON_MS);
  expect(asked).toHaveLength(3);
  stores.crossings.setState({ selected: { kind: 'crossing', index: 0 } });
  await clock.advance(SOON_MS);
  expect(asked).toHaveLength(3);

  stores.crossings.setState(takeFound(foundCrossings([]), 0));
  await clock.advance(SOON_MS);
  expect(asked).toHaveLength(3);
  expect(state()).toMatchObject({ status: 'none', open: null });
});

test('keeps what was tied when it is cancelled or fails, and tells why', async () => {
  let fault: ConstructorParameters<typeof CrosslineError>[0] | null = null;
  const rig = createRig(() => (fault === null ? Promise.resolve(TIES) : Promise.reject(new CrosslineError(fault))));
  rig.stores.ties.setState({ isWanted: true });
  await rig.clock.advance(SOON_MS);
  fault = { code: 'cancelled' };
  rig.search.tieAgain();
  await rig.clock.advance(SOON_MS);
  expect(rig.state()).toMatchObject({ status: 'cancelled', fault: null, open: TIES });
  fault = { code: 'usage', detail: 'no' };
  rig.search.tieAgain();
  await rig.clock.advance(SOON_MS);
  expect(rig.state()).toMatchObject({ status: 'failed', fault, open: TIES });
});

test('drops answers to a connection that is gone', async () => {
  const { clock, search, state, stores } = createRig();
  stores.ties.setState({ isWanted: true });
  search.close();
  await clock.advance(SOON_MS);
  expect(state().open).toBeNull();
});
