import { expect, test } from 'vitest';
import type { SurveyInfo } from '../../../shared/survey.ts';
import { lineIndex } from '../../../shared/units.ts';
import type { BoardProfile } from '../../engine-client/profile-board.ts';
import { CUBE, LINE, SHOTS, TWO_LINES } from '../../state/testing/survey-infos.ts';
import { mapContents } from './map-contents.ts';

const profile = (surveyId: string, name: string, unit: BoardProfile['unit'] = 'metres'): BoardProfile => ({
  surveyId,
  line: lineIndex(0),
  name,
  unit,
  x: Float64Array.of(0, 1, 2),
  y: Float64Array.of(0, 1, 2),
  cdp: Int32Array.of(1, 2, 3),
  detail: Float32Array.of(Infinity, 0, Infinity),
});

test('a cube has its outline, a line its positions, and its survey a group', () => {
  const { unit, lines, cubes, groups, absent } = mapContents([CUBE, TWO_LINES], [profile('lines', 'Line 7')], []);
  expect(unit).toBe('metres');
  expect(lines).toMatchObject([{ key: 'lines#0', name: 'Line 7', group: 0 }]);
  expect(groups).toEqual([{ name: 'data', lineCount: 1 }]);
  expect(cubes[0]).toMatchObject({ key: 'cube', name: 'cube.sgy' });
  expect(cubes[0]!.corners).toEqual([
    { x: 1000, y: 2000 },
    { x: 1000 + 19 * 12.5, y: 2000 },
    { x: 1000 + 19 * 12.5, y: 2000 + 9 * 25 },
    { x: 1000, y: 2000 + 9 * 25 },
  ]);
  expect(absent).toEqual([]);
});

test('what is not on the map says why', () => {
  const nowhere: SurveyInfo = { ...CUBE, id: 'nowhere', name: 'nowhere.sgy', worldFromGrid: null };
  const unread: SurveyInfo = { ...LINE, name: 'unread.sgy' };
  const placeless = { surveyId: 'lines', line: lineIndex(1), name: 'Line 8', reason: 'no coordinates' };
  const { absent } = mapContents([nowhere, unread, SHOTS, TWO_LINES], [], [placeless]);
  expect(absent.map(({ name }) => name)).toEqual(['Line 8', 'nowhere.sgy', 'unread.sgy', 'shots.sgy']);
  expect(absent.every(({ reason }) => reason.length > 0)).toBe(true);
});

test('feet and metres do not lie on one map: most traces decide', () => {
  const { unit, lines, absent } = mapContents([], [profile('a', 'A'), profile('b', 'B', 'feet'), profile('c', 'C', 'feet')], []); // prettier-ignore
  expect(unit).toBe('feet');
  expect(lines.map(({ name }) => name)).toEqual(['B', 'C']);
  expect(absent).toEqual([{ name: 'A', reason: 'its coordinates are in metres, those of most of the map in feet' }]);
});
