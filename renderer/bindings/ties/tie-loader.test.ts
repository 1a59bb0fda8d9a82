import { expect, test } from 'vitest';
import { CrosslineError } from '../../../shared/errors.ts';
import type { OpenTie, OpenTies, TieDetailRequest } from '../../../shared/tie-calls.ts';
import { NO_CORRECTION } from '../../../shared/ties/correction.ts';
import { addSurvey } from '../../state/session-changes.ts';
import { foundCrossings } from '../../state/testing/found-crossings.ts';
import { LINE, TWO_LINES } from '../../state/testing/survey-infos.ts';
import { createViewerStores } from '../viewer-stores.ts';
import { followTie } from './follow-tie.ts';
import { TieBoard } from './tie-board.ts';
import { TieLoader } from './tie-loader.ts';
import { TiePanelCommands } from './tie-panel-commands.ts';

const NO_STORAGE = { getItem: () => null, setItem: () => undefined, removeItem: () => undefined };
const TRACE = { startMs: 100, intervalMs: 4, samples: new Float32Array(51) };
const TIE: OpenTie = { traces: [TRACE, TRACE], detail: null };

interface Asked {
  readonly request: TieDetailRequest;
  readonly answer: { readonly resolve: (tie: OpenTie) => void; readonly reject: (fault: Error) => void };
}

function createRig() {
  const stores = createViewerStores(NO_STORAGE);
  const board = new TieBoard();
  const asked: Asked[] = [];
  const readTie = (request: TieDetailRequest): Promise<OpenTie> =>
    new Promise((resolve, reject) => asked.push({ request, answer: { resolve, reject } }));
  followTie(stores);
  const loader = new TieLoader({ stores, calls: { readTie }, board });
  const quads = [1, 2, 3, 4].map((trace) => [0, 1, trace, trace] as const);
  for (const info of [LINE, TWO_LINES]) stores.session.setState(addSurvey(info.path!, info));
  stores.crossings.setState({ found: foundCrossings(quads, [LINE.id, TWO_LINES.id]) });
  const select = (index: number): void => stores.crossings.setState({ selected: { kind: 'crossing', index } });
  const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));
  return { asked, board, commands: new TiePanelCommands(stores, board), loader, select, settled, stores };
}

test('asks one at a time, and of those chosen meanwhile only for the last', async () => {
  const { asked, board, commands, select, settled, stores } = createRig();
  expect(asked).toHaveLength(0);
  expect(commands.toggle()).toBe(true);
  select(1);
  select(2);
  expect(asked.map(({ request }) => request.place.t11)).toEqual([1]);
  asked[0]!.answer.resolve(TIE);
  await settled();
  expect(board.latest()).toBeNull();
  expect(asked.map(({ request }) => request.place.t11)).toEqual([1, 3]);
  asked[1]!.answer.resolve(TIE);
  await settled();
  expect(board.latest()?.subject.place.t11).toBe(3);
  expect(stores.tiePanel.getState().status).toBe('read');
});

test('asks again for another gate or largest shift, whichever end was typed first', async () => {
  const { asked, commands, settled, stores } = createRig();
  commands.toggle();
  asked[0]!.answer.resolve(TIE);
  await settled();
  commands.setGateEnd(0, 500);
  expect(stores.tiePanel.getState().gateMs).toEqual([300, 500]);
  commands.setMaxShift(1e6);
  asked[1]!.answer.resolve(TIE);
  await settled();
  expect(asked[2]!.request).toMatchObject({ gateMs: [300, 500], maxShiftMs: 1000, exact: { bandMs: 1000 } });
});

test('tells a failure, and drops what comes once it is closed', async () => {
  const { asked, board, commands, loader, select, settled, stores } = createRig();
  commands.toggle();
  asked[0]!.answer.reject(new CrosslineError({ code: 'usage', detail: 'These lines do not cross there' }));
  await settled();
  expect(stores.tiePanel.getState()).toMatchObject({ status: 'failed', fault: { code: 'usage' } });
  select(1);
  loader.close();
  asked[1]!.answer.resolve(TIE);
  await settled();
  expect(board.latest()).toBeNull();
});

test('asks for corrected traces once lines are tied and it is wanted, and anew when the corrections change', async () => {
  const { asked, commands, settled, stores } = createRig();
  commands.toggle();
  asked[0]!.answer.resolve(TIE);
  await settled();
  commands.setCorrected(true);
  expect(asked).toHaveLength(1);
  const tiesOf = (shiftMs: number) =>
    ({
      profiles: stores.crossings.getState().found!.profiles,
      ties: { lines: [NO_CORRECTION, { ...NO_CORRECTION, shiftMs }] },
    }) as unknown as OpenTies;
  for (const [at, shiftMs] of [5, 7].entries()) {
    stores.ties.setState({ open: tiesOf(shiftMs) });
    asked[at + 1]!.answer.resolve(TIE);
    await settled();
    expect(asked[at + 1]!.request.corrections).toEqual([NO_CORRECTION, { ...NO_CORRECTION, shiftMs }]);
  }
  commands.setCorrected(false);
  expect(asked[3]!.request.corrections).toEqual([NO_CORRECTION, NO_CORRECTION]);
});
