import { expect, test } from 'vitest';
import { CrosslineError } from '../../shared/errors.ts';
import type { SurveyInfo } from '../../shared/survey.ts';
import { reopenSurveys } from './reopen.ts';

test('what can be opened is opened in order, what cannot says why', async () => {
  const asked: string[] = [];
  const openSurvey = (path: string): Promise<SurveyInfo> => {
    asked.push(path);
    if (path === '/gone') return Promise.reject(new CrosslineError({ code: 'file-not-found', path }));
    return Promise.resolve({ id: `new ${path}` } as SurveyInfo);
  };
  const reopened = await reopenSurveys({ openSurvey }, [
    { id: '1', openedFrom: '/a', overrides: null },
    { id: '2', openedFrom: '/gone', overrides: null },
    { id: '3', openedFrom: '/b', overrides: null },
  ]);
  expect(asked).toEqual(['/a', '/gone', '/b']);
  expect(reopened).toMatchObject([
    { earlierId: '1', outcome: { info: { id: 'new /a' } } },
    { earlierId: '2', outcome: { fault: { code: 'file-not-found' } } },
    { earlierId: '3', outcome: { info: { id: 'new /b' } } },
  ]);
});
