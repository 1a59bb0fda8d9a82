import { expect, test } from 'vitest';
import { foundCrossings } from '../testing/found-crossings.ts';
import { LINE, TWO_LINES } from '../testing/survey-infos.ts';
import { addSurvey, failSurvey } from '../session-changes.ts';
import { createSessionStore } from '../session-store.ts';
import { isSameSituation, tieSituation } from './tie-subject.ts';

const FOUND = {
  ...foundCrossings(
    [
      [0, 1, 5, 7],
      [1, 1, 2, 40],
      [0, 2, 9, 3],
    ],
    [LINE.id, TWO_LINES.id, 'gone'],
  ),
  overlaps: [{ profile1: 0, profile2: 1, t1From: 3, t1To: 6, t2From: 9, t2To: 4, x1: -5, y1: 6, x2: 7, y2: 8 }],
};

function sessionWith(domain: 'time' | 'depth') {
  const session = createSessionStore();
  const samples = { ...LINE.samples, domain };
  for (const info of [{ ...LINE, samples }, TWO_LINES]) session.setState(addSurvey(info.path!, info));
  return session;
}
const crossing = (index: number) => ({ kind: 'crossing', index }) as const;

test('names both traces of a crossing', () => {
  const session = sessionWith('time').getState();
  const situation = tieSituation(FOUND, crossing(0), session);
  expect(situation).toMatchObject({ kind: 'tied', subject: { place: { t11: 5, t21: 7 } } });
  expect(isSameSituation(situation, tieSituation(FOUND, crossing(0), session))).toBe(true);
  expect(isSameSituation(situation, tieSituation(FOUND, crossing(1), session))).toBe(false);
});

test('says why there is nothing to compare', () => {
  const session = sessionWith('time');
  const reason = (index: number): string => JSON.stringify(tieSituation(FOUND, crossing(index), session.getState()));
  expect(reason(1)).toContain('crosses itself');
  expect(reason(2)).toContain('not open');
  expect(JSON.stringify(tieSituation(FOUND, { kind: 'overlap', index: 0 }, session.getState()))).toContain('overlap');
  session.setState(failSurvey(LINE.id, { code: 'engine-lost' }));
  expect(reason(0)).toContain('not open');
});

test('never compares times and depths, nor depths', () => {
  expect(tieSituation(FOUND, crossing(0), sessionWith('depth').getState())).toMatchObject({
    kind: 'untied',
    reason: expect.stringContaining('is in depth') as string,
  });
});
