import { describe, expect, it } from 'vitest';
import type { SurveyInfo } from '../../../shared/survey.ts';
import { lineIndex } from '../../../shared/units.ts';
import type { BoardProfile } from '../../engine-client/profile-board.ts';
import { middlePositions } from '../plane-positions.ts';
import { CUBE, GATHERS, TWO_LINES } from '../testing/survey-infos.ts';
import { alongSituation, type AlongSituation } from './along-situation.ts';

/** Northwards, 25 m apart, along the second crossline of `CUBE`: its ten inlines begin at 2000 m. */
function profileFrom(y: number, count = 12): BoardProfile {
  return {
    surveyId: TWO_LINES.id,
    line: lineIndex(0),
    name: 'Line 7',
    unit: 'metres',
    x: new Float64Array(count).fill(1012.5),
    y: Float64Array.from({ length: count }, (_, k) => y + 25 * k),
    cdp: Int32Array.from({ length: count }, (_, k) => k),
    detail: new Float32Array(count),
  };
}

const situationOf = (change: Partial<Parameters<typeof alongSituation>[0]> = {}): AlongSituation =>
  alongSituation({
    line: TWO_LINES,
    positions: middlePositions(TWO_LINES),
    profile: profileFrom(1950),
    surveys: [TWO_LINES, CUBE],
    chosenId: null,
    interpolation: 'bilinear',
    ...change,
  });

const OTHER: SurveyInfo = { ...CUBE, id: 'other', worldFromGrid: { ...CUBE.worldFromGrid!, originY: 1950 } };

describe('alongSituation', () => {
  it('asks for the traces of the line that the section shows', () => {
    expect(situationOf()).toMatchObject({
      kind: 'cube',
      cube: CUBE,
      cubes: [{ info: CUBE, insideCount: 10 }],
      hasTwoDomains: false,
      plane: { orientation: 'along', profile: 'lines', line: 0, index: 0, count: 500, interpolation: 'bilinear' },
    });
  });

  it('takes the cube that is chosen, else the one that most traces lie in', () => {
    const surveys = [{ ...CUBE, inline: { ...CUBE.inline!, count: 3 } }, OTHER];
    expect(situationOf({ surveys })).toMatchObject({ cube: { id: 'other' } });
    expect(situationOf({ surveys, chosenId: 'cube' })).toMatchObject({ cube: { id: 'cube' } });
    expect(situationOf({ surveys, chosenId: 'gone' })).toMatchObject({ cube: { id: 'other' } });
  });

  it('says what is missing', () => {
    expect(situationOf({ line: CUBE, positions: middlePositions(CUBE) })).toEqual({ kind: 'no-line' });
    expect(situationOf({ line: null })).toEqual({ kind: 'no-line' });
    expect(situationOf({ profile: null })).toEqual({ kind: 'placeless' });
    expect(situationOf({ surveys: [TWO_LINES, GATHERS] })).toEqual({ kind: 'no-cube' });
    expect(situationOf({ profile: profileFrom(9000) })).toEqual({ kind: 'no-cube' });
    expect(situationOf({ profile: { ...profileFrom(1950), unit: 'feet' } })).toEqual({ kind: 'no-cube' });
  });

  it('compares no time with depth', () => {
    const inDomain = (domain: SurveyInfo['samples']['domain']): SurveyInfo => ({
      ...CUBE,
      samples: { ...CUBE.samples, domain },
    });
    expect(situationOf({ surveys: [inDomain('depth')] })).toMatchObject({ hasTwoDomains: true });
    expect(situationOf({ surveys: [inDomain('unknown')] })).toMatchObject({ hasTwoDomains: false });
  });
});
