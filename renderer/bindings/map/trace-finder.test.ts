import { expect, test } from 'vitest';
import type { OpenTraces } from '../../../shared/crossing-calls.ts';
import { packProfiles } from '../../../shared/geometry/crossings/profile-lines.ts';
import { buildTraceIndex } from '../../../shared/geometry/nearest/trace-index.ts';
import type { OpenProfiles } from '../../../shared/profile-calls.ts';
import { lineIndex } from '../../../shared/units.ts';
import { ProfileBoard } from '../../engine-client/profile-board.ts';
import { ManualClock } from '../../engine-client/testing/manual-clock.ts';
import { TraceFinder } from './trace-finder.ts';

/** Along y = `y`, a trace every 100 m. */
const line = (y: number) => ({ x: Float64Array.of(0, 100, 200, 300), y: new Float64Array(4).fill(y) });

const read = (id: string, y: number): OpenProfiles => ({
  profiles: [{ surveyId: id, line: lineIndex(0), name: id, unit: 'metres' }],
  positions: packProfiles([line(y)]),
  cdp: Int32Array.of(11, 12, 13, 14),
  detail: new Float32Array(4),
  placeless: [],
});

function createRig() {
  const clock = new ManualClock();
  const profiles = new ProfileBoard();
  let asked = 0;
  const indexTraces = (): Promise<OpenTraces> => {
    asked += 1;
    const packed = packProfiles(profiles.profiles);
    const known = profiles.profiles.map(({ surveyId, line: of, name }) => ({ surveyId, line: of, name }));
    return Promise.resolve({ profiles: known, starts: packed.starts, index: buildTraceIndex(packed) });
  };
  const finder = new TraceFinder({ profiles, clock, indexTraces });
  return { clock, profiles, finder, askedCount: () => asked };
}

test('asks for an index once lines have come to rest, and only where a map wants one', async () => {
  const { clock, profiles, finder, askedCount } = createRig();
  profiles.put(['a'], read('a', 0));
  await clock.advance(1000);
  expect(askedCount()).toBe(0);
  finder.want();
  await clock.advance(400);
  profiles.put(['b'], read('b', 50));
  await clock.advance(400);
  expect(askedCount()).toBe(0);
  await clock.advance(200);
  expect(askedCount()).toBe(1);
  expect(finder.nearest({ x: 110, y: 40 }, 30, null)).toEqual({
    surveyId: 'b',
    line: 0,
    name: 'b',
    trace: 1,
    cdp: 12,
    x: 100,
    y: 50,
  });
  expect(finder.nearest({ x: 150, y: 40 }, 30, null)).toBeNull();
});

test('finds the trace of the line that is pointed at, though it is far or another one nearer', async () => {
  const { clock, profiles, finder } = createRig();
  profiles.put(['a'], read('a', 0));
  profiles.put(['b'], read('b', 50));
  const along = profiles.find('a', lineIndex(0))!;
  // Before there is an index too.
  expect(finder.nearest({ x: 149, y: 0 }, 1, along)).toMatchObject({ name: 'a', trace: 1 });
  finder.want();
  await clock.advance(1000);
  expect(finder.nearest({ x: 100, y: 45 }, 100, along)).toMatchObject({ name: 'a', trace: 1 });
  expect(finder.nearest({ x: 290, y: 1 }, 100, along)).toMatchObject({ name: 'a', trace: 3 });
});

test('an index of lines that have changed since is no index', async () => {
  const { clock, profiles, finder } = createRig();
  finder.want();
  profiles.put(['a'], read('a', 0));
  await clock.advance(1000);
  expect(finder.nearest({ x: 0, y: 0 }, 1, null)).not.toBeNull();
  profiles.remove(['a']);
  expect(finder.nearest({ x: 0, y: 0 }, 1, null)).toBeNull();
  finder.close();
});

test('a line without CDP numbers tells none', () => {
  const { profiles, finder } = createRig();
  profiles.put(['a'], { ...read('a', 0), cdp: new Int32Array(4) });
  expect(finder.nearest({ x: 0, y: 0 }, 1, profiles.find('a', lineIndex(0)))).toMatchObject({ cdp: null });
});
