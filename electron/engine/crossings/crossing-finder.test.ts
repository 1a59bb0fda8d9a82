import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { JobState } from '../../../shared/contract.ts';
import type { OpenCrossings } from '../../../shared/crossing-calls.ts';
import { TraceIndex } from '../../../shared/geometry/nearest/trace-index.ts';
import { createLocalLauncher } from '../../jobs/local-launcher.ts';
import { TINY_DESIGN } from '../../sample/tiny-design.ts';
import type { Truth } from '../../sample/truth.ts';
import { writeSurvey } from '../../sample/write-sample.ts';
import { createEngine } from '../create-engine.ts';

let folder: string;
let truth: Truth;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'crossline-open-crossings-'));
  await writeSurvey(join(folder, 'sample'), TINY_DESIGN, {});
  truth = JSON.parse(readFileSync(join(folder, 'sample', 'truth.json'), 'utf8')) as Truth;
});
afterAll(() => rmSync(folder, { recursive: true }));

const REQUEST = { algorithm: 'auto', selfCrossings: false } as const;

function startEngine() {
  const jobs: JobState[] = [];
  const folders = { state: join(folder, 'state'), cache: join(folder, 'cache'), sample: join(folder, 'sample') };
  const engine = createEngine({ host: 'browser', version: 'test', launcher: createLocalLauncher(), folders });
  const { calls } = engine.attachLocal({ jobChanged: (job) => void jobs.push(job) });
  return { engine, calls, jobs };
}

const linePaths = () =>
  readdirSync(join(folder, 'sample'))
    .filter((name) => name.startsWith('cl'))
    .map((name) => join(folder, 'sample', name));

/** Everything but what a search has cost. */
const whatWasFound = ({ profiles, crossings, places, overlaps }: OpenCrossings) => ({
  profiles,
  crossings,
  places,
  overlaps,
});

it('finds what the truth says, and searches only for lines that came or changed', async () => {
  const { engine, calls, jobs } = startEngine();
  try {
    const paths = linePaths();
    await calls.openSurveys([...paths.slice(0, -1), join(folder, 'sample', 'sample-tiny.sgy')]);
    const first = await calls.findCrossings(REQUEST);
    expect(first).toMatchObject({ algorithm: 'binary-search', searchedCount: 23 });
    expect(first.notes).toEqual(['Left out sample-tiny.sgy: it is a cube.']);
    expect(jobs.some(({ kind, status, unit }) => kind === 'cross' && status === 'done' && unit === 'traces')).toBe(
      true,
    );

    const again = await calls.findCrossings(REQUEST);
    expect(again).toMatchObject({ searchedCount: 0, transferMs: 0 });
    expect(whatWasFound(again)).toEqual(whatWasFound(first));

    const added = await calls.openSurvey(paths.at(-1)!);
    const all = await calls.findCrossings(REQUEST);
    expect(all.searchedCount).toBe(1);
    expect(all.profiles.at(-1)).toMatchObject({ surveyId: added.id, line: 0, name: 'CL94-208' });
    expect(all.crossings.x).toHaveLength(truth.crossings.length);
    const { t11, t12 } = all.crossings;
    const { at1, cdp1, angle } = all.places;
    expect(at1.every((at, i) => at >= t11[i]! && at <= t12[i]!)).toBe(true);
    expect(cdp1.every((cdp) => Number.isInteger(cdp))).toBe(true);
    expect(angle.every((degrees) => degrees > 0 && degrees <= 90)).toBe(true);
    for (const [i, x] of all.crossings.x.entries()) {
      const y = all.crossings.y[i]!;
      expect(Math.min(...truth.crossings.map((each) => Math.hypot(each.x - x, each.y - y)))).toBeLessThan(0.001);
    }

    await calls.closeSurvey(first.profiles[0]!.surveyId);
    const fewer = await calls.findCrossings(REQUEST);
    expect(fewer).toMatchObject({ searchedCount: 0 });
    const fresh = await calls.findCrossings({ algorithm: 'bentley-ottmann', selfCrossings: true });
    expect(fresh).toMatchObject({ searchedCount: 23, algorithm: 'bentley-ottmann' });
    expect(whatWasFound(fewer)).toEqual(whatWasFound(fresh));
  } finally {
    await engine.close();
  }
});

it('gives what tells the nearest trace', async () => {
  const { engine, calls } = startEngine();
  try {
    await calls.openSurveys(linePaths());
    const { profiles, starts, index } = await calls.indexTraces();
    const { line1, x, y, t11, t12 } = truth.crossings[0]!;
    const { profile, trace } = new TraceIndex(index, starts).nearest(x, y)!;
    const { line2, t21, t22 } = truth.crossings[0]!;
    const near = [line1, line2].indexOf(profiles[profile]!.name);
    expect([[t11, t12], [t21, t22]][near]).toContain(trace); // prettier-ignore
  } finally {
    await engine.close();
  }
});

it('finds nothing where no line is open', async () => {
  const { engine, calls } = startEngine();
  try {
    const { profiles, crossings } = await calls.findCrossings(REQUEST);
    expect(profiles).toEqual([]);
    expect(crossings.x).toHaveLength(0);
    const { index, starts } = await calls.indexTraces();
    expect(new TraceIndex(index, starts).nearest(0, 0)).toBeNull();
  } finally {
    await engine.close();
  }
});
