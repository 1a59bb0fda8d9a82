import { expect, test } from 'vitest';
import { packProfiles } from '../../../shared/geometry/crossings/profile-lines.ts';
import { lineIndex } from '../../../shared/units.ts';
import { ProfileBoard } from '../../engine-client/profile-board.ts';
import { ManualClock } from '../../engine-client/testing/manual-clock.ts';
import type { MapLine, MapPick } from '../../scene/map/map-content.ts';
import { addSurvey } from '../../state/session-changes.ts';
import { CUBE, TWO_LINES } from '../../state/testing/survey-infos.ts';
import { activateSurvey } from '../../state/view-store.ts';
import { CrossingCommands } from '../crossings/crossing-commands.ts';
import type { EngineLink } from '../engine-link.ts';
import { PositionMover } from '../position-mover.ts';
import { SurveyCommands } from '../survey-commands.ts';
import { createViewerStores } from '../viewer-stores.ts';
import { MapCommands } from './map-commands.ts';
import { TraceFinder } from './trace-finder.ts';

const NO_STORAGE = { getItem: () => null, setItem: () => undefined, removeItem: () => undefined };
const NOW_MS = 0;

/** The second line of a file runs north, a trace every 10 m: long enough that a section shows a part of it. */
const INFO = { ...TWO_LINES, lines: { ...TWO_LINES.lines!, lines: [TWO_LINES.lines!.lines[0]!, { ...TWO_LINES.lines!.lines[1]!, traceCount: 9000 }] } }; // prettier-ignore
const LINE: MapLine = { key: 'lines#1', name: 'Line 8', group: 0, x: new Float64Array(0), y: new Float64Array(0), detail: new Float32Array(0) }; // prettier-ignore
const ON_LINE: MapPick = { kind: 'line', line: LINE };

function createRig() {
  const stores = createViewerStores(NO_STORAGE);
  for (const info of [INFO, CUBE]) stores.session.setState(addSurvey(info.path!, info));
  stores.view.setState(activateSurvey(CUBE));
  const profiles = new ProfileBoard();
  const y = Float64Array.from({ length: 9000 }, (_, k) => 10 * k);
  profiles.put(['lines'], {
    profiles: [{ surveyId: 'lines', line: lineIndex(1), name: 'Line 8', unit: 'metres' }],
    positions: packProfiles([{ x: new Float64Array(9000), y }]),
    cdp: Int32Array.from(y, (_, k) => k + 1),
    detail: new Float32Array(9000),
    placeless: [],
  });
  const clock = new ManualClock();
  const traces = new TraceFinder({ profiles, clock, indexTraces: () => new Promise(() => undefined) });
  // Nothing here asks the engine.
  const link = {} as EngineLink;
  const frames = { next: () => () => undefined };
  const options = {
    stores,
    profiles,
    traces,
    commands: new SurveyCommands(stores, link),
    crossings: new CrossingCommands(stores, link),
    mover: new PositionMover({ stores, frames, clock, isReady: () => true }),
  };
  return { stores, map: new MapCommands(options) };
}

test('a click on a line shows it, with the nearest trace in the middle of the section', () => {
  const { stores, map } = createRig();
  map.click({ x: 3, y: 50_001 }, ON_LINE, false, 10, NOW_MS);
  const { activeSurveyId, positions } = stores.view.getState();
  expect(activeSurveyId).toBe('lines');
  expect(positions['lines']).toMatchObject({ line: 1, traces: 5000 - 2000 });
});

test('the pointer moves the linked cursor: to a trace, and into the cube that is looked at', () => {
  const { stores, map } = createRig();
  map.hover({ x: 0, y: 42 }, ON_LINE, 10);
  expect(stores.map.getState().reading).toMatchObject({ x: 0, y: 42, nearest: { name: 'Line 8', trace: 4, cdp: 5 } });
  expect(stores.cursor.getState()).toMatchObject({ source: 'map', onLine: { surveyId: 'lines', line: 1, trace: 4 } });
  map.hover({ x: 1000 + 12.5 * 4, y: 2000 + 25 * 2 }, null, 10);
  expect(stores.cursor.getState()).toMatchObject({ position: { inline: 2, crossline: 4 }, onLine: null });
  map.hover(null, null, 10);
  expect(stores.cursor.getState()).toMatchObject({ source: null, position: null });
});

test('a held key adds lines and takes them away, a click on nothing lets go of all', () => {
  const { stores, map } = createRig();
  const chosen = () => stores.crossings.getState().chosenLines;
  map.click({ x: 0, y: 0 }, ON_LINE, true, 10, NOW_MS);
  expect([...chosen()!]).toEqual(['lines#1']);
  map.click({ x: 0, y: 0 }, null, true, 10, NOW_MS);
  expect(chosen()).not.toBeNull();
  map.choose([{ ...LINE, key: 'lines#0' }], true);
  expect([...chosen()!]).toEqual(['lines#1', 'lines#0']);
  map.click({ x: 0, y: 0 }, ON_LINE, true, 10, NOW_MS);
  expect([...chosen()!]).toEqual(['lines#0']);
  map.click({ x: 0, y: 0 }, null, false, 10, NOW_MS);
  expect(chosen()).toBeNull();
  map.choose([], false);
  expect(chosen()).toBeNull();
});

test('Enter opens the crossing that is selected, else the line that is chosen', () => {
  const { stores, map } = createRig();
  map.choose([LINE], false);
  map.open(null, null, 10, NOW_MS);
  expect(stores.view.getState()).toMatchObject({ activeSurveyId: 'lines', positions: { lines: { line: 1 } } });
  const ref = { kind: 'crossing', index: 3 } as const;
  map.click({ x: 0, y: 0 }, { kind: 'crossing', ref }, false, 10, NOW_MS);
  map.open(null, null, 10, NOW_MS);
  expect(stores.crossings.getState()).toMatchObject({ selected: ref, isSplitShown: true });
  map.open({ x: 0, y: 0 }, ON_LINE, 10, NOW_MS);
  expect(stores.crossings.getState().isSplitShown).toBe(false);
});
