import { describe, expect, test } from 'vitest';
import type { JobState } from '../../shared/contract.ts';
import type { CrosslineFault } from '../../shared/errors.ts';
import * as changes from './session-changes.ts';
import { createSessionStore } from './session-store.ts';
import { CUBE, LINE } from './testing/survey-infos.ts';

const FAULT: CrosslineFault = { code: 'file-not-found', path: '/a' };

const job = (id: string, status: JobState['status']): JobState => ({
  id,
  kind: 'scan',
  title: id,
  status,
  done: 0,
  total: 1,
  unit: 'traces',
  ratePerSecond: null,
  note: null,
  fault: null,
});

describe('the session', () => {
  test('lists a file until it is open, or with its fault until that is dismissed', () => {
    const store = createSessionStore();
    store.setState(changes.startOpening('/a'));
    store.setState(changes.startOpening('/data/cube.sgy'));
    store.setState(changes.failOpening('/a', FAULT));
    store.setState(changes.addSurvey('/data/cube.sgy', CUBE));
    expect(store.getState().openings).toEqual([{ path: '/a', fault: FAULT }]);
    expect(store.getState().surveys.map(({ info }) => info.id)).toEqual(['cube']);
    store.setState(changes.dismissOpening('/a'));
    expect(store.getState().openings).toEqual([]);
  });

  test('opening again what failed starts without the earlier fault', () => {
    const store = createSessionStore();
    store.setState(changes.startOpening('/a'));
    store.setState(changes.failOpening('/a', FAULT));
    store.setState(changes.startOpening('/a'));
    expect(store.getState().openings).toEqual([{ path: '/a', fault: null }]);
  });

  test('opening an open survey lists it once', () => {
    const store = createSessionStore();
    store.setState(changes.addSurvey('/data/cube.sgy', CUBE));
    store.setState(changes.addSurvey('/data/cube.sgy', CUBE));
    expect(store.getState().surveys).toHaveLength(1);
  });

  test('a reopened survey keeps its place and loses its fault', () => {
    const store = createSessionStore();
    store.setState(changes.addSurvey('/data/cube.sgy', CUBE));
    store.setState(changes.addSurvey('/data/line.sgy', LINE));
    store.setState(changes.failSurvey('cube', { code: 'engine-lost' }));
    store.setState(changes.replaceSurvey('cube', { ...CUBE, id: 'cube2' }));
    expect(store.getState().surveys.map(({ info, fault }) => [info.id, fault])).toEqual([
      ['cube2', null],
      ['line', null],
    ]);
  });

  test('forgets old finished jobs, never running ones', () => {
    const store = createSessionStore();
    store.setState(changes.updateJob(job('running', 'running')));
    for (const id of ['a', 'b', 'c', 'd', 'e', 'f']) store.setState(changes.updateJob(job(id, 'done')));
    expect(store.getState().jobs.map(({ id }) => id)).toEqual(['running', 'c', 'd', 'e', 'f']);
  });
});
