import { expect, test } from 'vitest';
import type { OpenProfiles } from '../../shared/profile-calls.ts';
import type { SurveyId, SurveyInfo } from '../../shared/survey.ts';
import { lineIndex } from '../../shared/units.ts';
import { ProfileBoard } from '../engine-client/profile-board.ts';
import { addSurvey, removeSurvey, updateSurvey } from '../state/session-changes.ts';
import { createSessionStore } from '../state/session-store.ts';
import { CUBE, LINE, TWO_LINES } from '../state/testing/survey-infos.ts';
import { ProfileLoader } from './profile-loader.ts';

const COUNT = 3;

/** Each survey's two lines of three traces; the second lies nowhere. */
function answer(ids: readonly SurveyId[], x = 1): OpenProfiles {
  const starts = Uint32Array.from({ length: ids.length + 1 }, (_, i) => i * COUNT);
  const count = ids.length * COUNT;
  return {
    profiles: ids.map((surveyId) => ({ surveyId, line: lineIndex(0), name: `${surveyId} 1`, unit: 'metres' })),
    positions: { x: new Float64Array(count).fill(x), y: new Float64Array(count), starts },
    cdp: new Int32Array(count),
    detail: new Float32Array(count),
    placeless: ids.map((surveyId) => ({ surveyId, line: lineIndex(1), name: `${surveyId} 2`, reason: 'none' })),
  };
}

const lineNamed = (id: string): SurveyInfo => ({ ...TWO_LINES, id, name: id });

function createRig() {
  const session = createSessionStore();
  const profiles = new ProfileBoard();
  const asked: SurveyId[][] = [];
  const answers: ((read: OpenProfiles) => void)[] = [];
  const readProfiles = (ids: readonly SurveyId[]): Promise<OpenProfiles> => {
    asked.push([...ids]);
    return new Promise((resolve) => answers.push(resolve));
  };
  const loader = new ProfileLoader({ stores: { session }, calls: { readProfiles }, profiles });
  const add = (info: SurveyInfo): void => session.setState(addSurvey(info.name, info));
  const reply = async (at: number, read = answer(asked[at]!)): Promise<void> => {
    answers[at]!(read);
    await new Promise((resolve) => setTimeout(resolve));
  };
  return { session, profiles, asked, loader, add, reply };
}

test('asks for what came while the last answer was awaited, in one call', async () => {
  const { asked, add, reply, profiles } = createRig();
  add(lineNamed('a'));
  add(lineNamed('b'));
  add(lineNamed('c'));
  expect(asked).toEqual([['a']]);
  await reply(0);
  expect(asked).toEqual([['a'], ['b', 'c']]);
  await reply(1);
  expect(profiles.profiles.map(({ name }) => name)).toEqual(['a 1', 'b 1', 'c 1']);
  expect(profiles.placeless.map(({ name }) => name)).toEqual(['a 2', 'b 2', 'c 2']);
  expect(profiles.find('b', lineIndex(0))).toMatchObject({ surveyId: 'b', x: Float64Array.of(1, 1, 1) });
  expect(profiles.find('b', lineIndex(1))).toBeNull();
});

test('asks for nothing of cubes, and of lines only once they are known', () => {
  const { session, asked, add } = createRig();
  add(CUBE);
  add(LINE);
  expect(asked).toEqual([]);
  session.setState(updateSurvey({ ...TWO_LINES, id: LINE.id }));
  expect(asked).toEqual([[LINE.id]]);
});

test('reads a changed line again, drops what is of the earlier reading, and forgets what was closed', async () => {
  const { session, profiles, asked, add, reply } = createRig();
  add(lineNamed('a'));
  session.setState(updateSurvey({ ...lineNamed('a'), geometryState: 'scanned' }));
  await reply(0);
  expect(profiles.profiles).toEqual([]);
  expect(asked).toEqual([['a'], ['a']]);
  await reply(1, answer(['a'], 7));
  expect(profiles.find('a', lineIndex(0))?.x[0]).toBe(7);
  session.setState(removeSurvey('a'));
  expect(profiles.profiles).toEqual([]);
  expect(asked).toHaveLength(2);
});

test('takes nothing any more once its connection is closed', async () => {
  const { profiles, loader, add, reply } = createRig();
  add(lineNamed('a'));
  loader.close();
  await reply(0);
  expect(profiles.profiles).toEqual([]);
});
