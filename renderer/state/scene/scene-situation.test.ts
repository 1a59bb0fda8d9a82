import { describe, expect, it } from 'vitest';
import type { SurveyInfo } from '../../../shared/survey.ts';
import { lineIndex } from '../../../shared/units.ts';
import type { BoardProfile } from '../../engine-client/profile-board.ts';
import { CUBE, LINE, SHOTS, TWO_LINES } from '../testing/survey-infos.ts';
import { fenceDecimation } from './fence-decimation.ts';
import { isSameSituation, NO_SCENE, sceneSituation, type SceneChoice } from './scene-situation.ts';

const profile = (surveyId: string, line: number): BoardProfile => ({
  surveyId,
  line: lineIndex(line),
  name: `${surveyId} ${line}`,
  unit: 'metres',
  x: Float64Array.of(0, 25),
  y: Float64Array.of(0, 25),
  cdp: Int32Array.of(1, 2),
  detail: new Float32Array(2),
});
const PROFILES = [profile('lines', 0), profile('lines', 1), profile('others', 0)];
const OTHERS: SurveyInfo = { ...TWO_LINES, id: 'others' };

const situationOf = (change: Partial<SceneChoice> = {}) =>
  sceneSituation({
    surveys: [CUBE, TWO_LINES, OTHERS],
    active: TWO_LINES,
    activeLine: lineIndex(1),
    profiles: PROFILES,
    placeless: [],
    mode: 'chosen',
    chosenKeys: null,
    cubeId: null,
    lastLine: null,
    ...change,
  });
const keysOf = (change?: Partial<SceneChoice>): string[] => situationOf(change).fences.map(({ key }) => key);

describe('sceneSituation', () => {
  it('shows the line that is looked at among the slices of a cube', () => {
    expect(situationOf()).toMatchObject({ cube: CUBE, activeKey: 'lines#1', leftOutCount: 0 });
    expect(keysOf()).toEqual(['lines#1']);
  });

  it('shows those chosen on the map too, all, or none', () => {
    expect(keysOf({ chosenKeys: new Set(['others#0']) })).toEqual(['lines#1', 'others#0']);
    expect(keysOf({ mode: 'all' })).toEqual(['lines#0', 'lines#1', 'others#0']);
    expect(keysOf({ mode: 'none' })).toEqual([]);
  });

  it('keeps the last line while a cube is looked at, and the last cube while a line is', () => {
    const other: SurveyInfo = { ...CUBE, id: 'cube 2' };
    const surveys = [CUBE, other, TWO_LINES];
    expect(situationOf({ surveys, cubeId: 'cube 2' }).cube).toBe(other);
    expect(situationOf({ surveys, active: CUBE, cubeId: 'cube 2' }).cube).toBe(CUBE);
    const lastLine = { surveyId: 'lines', line: lineIndex(0) };
    expect(situationOf({ active: CUBE, lastLine })).toMatchObject({ activeKey: null, fences: [{ key: 'lines#0' }] });
  });

  it('is a scene of lines alone where no cube is open', () => {
    expect(situationOf({ surveys: [TWO_LINES] })).toMatchObject({ cube: null, activeKey: 'lines#1', domain: 'time' });
  });

  it('stands no depths among times, no feet among metres, and nothing in a cube that is nowhere', () => {
    const deep: SurveyInfo = { ...OTHERS, samples: { ...OTHERS.samples, domain: 'depth' } };
    expect(situationOf({ surveys: [CUBE, TWO_LINES, deep], mode: 'all' })).toMatchObject({ leftOutCount: 1 });
    const feet = [PROFILES[0]!, { ...PROFILES[1]!, unit: 'feet' as const }];
    expect(situationOf({ profiles: feet, mode: 'all' })).toMatchObject({ leftOutCount: 1, activeKey: null });
    const nowhere = { ...CUBE, worldFromGrid: null };
    expect(situationOf({ surveys: [nowhere, TWO_LINES] })).toMatchObject({
      cube: nowhere,
      fences: [],
      leftOutCount: 1,
    });
  });

  it('waits for the place of the line that is looked at', () => {
    expect(situationOf()).toMatchObject({ isWaiting: false });
    expect(situationOf({ profiles: [] })).toMatchObject({ isWaiting: true });
    expect(situationOf({ profiles: [], mode: 'none' })).toMatchObject({ isWaiting: false });
    const placeless = [{ surveyId: 'lines', line: lineIndex(1) }];
    expect(situationOf({ profiles: [], placeless })).toMatchObject({ isWaiting: false });
  });

  it('is left alone by gathers along lines, and by traces that are nowhere', () => {
    expect(situationOf({ active: SHOTS })).toBe(NO_SCENE);
    expect(situationOf({ active: { ...LINE, kind: 'traces' } })).toBe(NO_SCENE);
    expect(situationOf({ active: LINE }).cube).toBe(CUBE);
  });

  it('knows itself again', () => {
    expect(isSameSituation(situationOf(), situationOf())).toBe(true);
    expect(isSameSituation(situationOf(), situationOf({ mode: 'all' }))).toBe(false);
  });
});

describe('fenceDecimation', () => {
  it.each([
    [1171, 1000, 1, { rows: 1, columns: 1 }],
    [1500, 1500, 24, { rows: 4, columns: 1 }],
    [1171, 2000, 24, { rows: 4, columns: 1 }],
    [3, 60_000, 1, { rows: 1, columns: 16 }],
    [100_000, 1000, 1, { rows: 32, columns: 2 }],
  ])('%d traces of %d samples, %d lines', (traces, samples, lines, expected) => {
    expect(fenceDecimation(traces, samples, lines)).toEqual(expected);
  });

  it.each([1, 10, 500, 5000])('keeps %d lines within memory', (lines) => {
    const { rows, columns } = fenceDecimation(2500, 3000, lines);
    expect(Math.ceil(2500 / rows) * Math.ceil(3000 / columns) * lines).toBeLessThanOrEqual(2 ** 24);
  });
});
