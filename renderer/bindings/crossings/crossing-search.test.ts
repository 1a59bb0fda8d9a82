import { expect, test } from 'vitest';
import type { CrossingRequest, OpenCrossings } from '../../../shared/crossing-calls.ts';
import { CrosslineError } from '../../../shared/errors.ts';
import { ManualClock } from '../../engine-client/testing/manual-clock.ts';
import { addSurvey, removeSurvey, updateSurvey } from '../../state/session-changes.ts';
import { foundCrossings } from '../../state/testing/found-crossings.ts';
import { CUBE, LINE, TWO_LINES } from '../../state/testing/survey-infos.ts';
import { createViewerStores } from '../viewer-stores.ts';
import { CrossingSearch } from './crossing-search.ts';

const NO_STORAGE = { getItem: () => null, setItem: () => undefined, removeItem: () => undefined };

/** Longer than the search waits for more lines. */
const SOON_MS = 1000;

function createRig(answer: (request: CrossingRequest) => OpenCrossings = () => foundCrossings([])) {
  const clock = new ManualClock();
  const stores = createViewerStores(NO_STORAGE);
  const asked: CrossingRequest[] = [];
  const calls = {
    findCrossings: (request: CrossingRequest): Promise<OpenCrossings> => {
      asked.push(request);
      return new Promise((resolve) => resolve(answer(request)));
    },
  };
  const frames = { next: (call: (timeMs: number) => void) => clock.after(16, () => call(clock.now())) };
  const search = new CrossingSearch({ stores, calls, clock, frames });
  return { asked, clock, search, state: () => stores.crossings.getState(), stores };
}

test('asks once for lines that come together, and again when one is read otherwise or goes', async () => {
  const { asked, clock, state, stores } = createRig();
  for (const info of [CUBE, LINE, TWO_LINES]) stores.session.setState(addSurvey(info.path!, info));
  await clock.advance(SOON_MS);
  expect(asked).toEqual([{ algorithm: 'auto', selfCrossings: false }]);
  expect(state()).toMatchObject({ status: 'found', timing: { drawMs: 32 } });

  stores.session.setState(updateSurvey({ ...CUBE, name: 'another' }));
  await clock.advance(SOON_MS);
  expect(asked).toHaveLength(1);

  stores.session.setState(updateSurvey({ ...TWO_LINES, traceCount: 3 }));
  await clock.advance(SOON_MS);
  expect(asked).toHaveLength(2);

  stores.session.setState(removeSurvey(TWO_LINES.id));
  await clock.advance(SOON_MS);
  expect(asked).toHaveLength(2);
  expect(state()).toMatchObject({ status: 'none', found: null });
});

test('asks otherwise as soon as the user does', async () => {
  const { asked, clock, stores } = createRig();
  stores.session.setState(addSurvey(TWO_LINES.path!, TWO_LINES));
  await clock.advance(SOON_MS);
  stores.crossings.setState({ request: { algorithm: 'bentley-ottmann', selfCrossings: true } });
  await clock.advance(SOON_MS);
  expect(asked.at(-1)).toEqual({ algorithm: 'bentley-ottmann', selfCrossings: true });
});

test('keeps what was found when a search fails, and tells why', async () => {
  let isBroken = false;
  const fault = { code: 'job-crashed', job: 'Finding crossings', exitCode: 1, signal: null } as const;
  const { clock, search, state, stores } = createRig(() => {
    if (isBroken) throw new CrosslineError(fault);
    return foundCrossings([[0, 1, 5, 7]]);
  });
  stores.session.setState(addSurvey(TWO_LINES.path!, TWO_LINES));
  await clock.advance(SOON_MS);
  isBroken = true;
  search.searchAgain();
  await clock.advance(SOON_MS);
  expect(state()).toMatchObject({ status: 'failed', fault });
  expect(state().found?.crossings.t11).toEqual(Uint32Array.of(5));
});

test('drops answers to a connection that is gone', async () => {
  const { clock, search, state, stores } = createRig();
  stores.session.setState(addSurvey(TWO_LINES.path!, TWO_LINES));
  search.close();
  await clock.advance(SOON_MS);
  expect(state().found).toBeNull();
});
