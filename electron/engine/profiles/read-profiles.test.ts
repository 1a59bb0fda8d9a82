import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { EngineCalls } from '../../../shared/contract.ts';
import type { SurveyId } from '../../../shared/survey.ts';
import { traceIndex } from '../../../shared/units.ts';
import { buildSegy } from '../../formats/segy/test-segy-builder.ts';
import { createLocalLauncher } from '../../jobs/local-launcher.ts';
import { TINY_DESIGN } from '../../sample/tiny-design.ts';
import { writeSurvey } from '../../sample/write-sample.ts';
import { createEngine, type Engine } from '../create-engine.ts';

let folder: string;
let engine: Engine;
let calls: EngineCalls;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'crossline-read-profiles-'));
  await writeSurvey(join(folder, 'sample'), TINY_DESIGN, {});
  const folders = { state: join(folder, 'state'), cache: join(folder, 'cache'), sample: join(folder, 'sample') };
  engine = createEngine({ host: 'browser', version: 'test', launcher: createLocalLauncher(), folders });
  calls = engine.attachLocal().calls;
});
afterAll(async () => {
  await engine.close();
  rmSync(folder, { recursive: true });
});

const linePaths = () =>
  readdirSync(join(folder, 'sample'))
    .filter((name) => name.startsWith('cl'))
    .map((name) => join(folder, 'sample', name));

async function open(...paths: string[]): Promise<SurveyId[]> {
  const outcomes = await calls.openSurveys(paths);
  return outcomes.map((outcome) => ('info' in outcome ? outcome.info.id : ''));
}

it('gives the positions that readNavigation gives, of the lines that were asked for alone', async () => {
  const ids = await open(...linePaths());
  const wanted = [ids[5]!, ids[2]!];
  const { profiles, positions, cdp, detail, placeless } = await calls.readProfiles(wanted);
  expect(profiles.map(({ surveyId }) => surveyId)).toEqual(wanted);
  expect(placeless).toEqual([]);
  for (const [p, { surveyId, line, name, unit }] of profiles.entries()) {
    const { lines } = (await calls.listSurveys()).find(({ id }) => id === surveyId)!;
    const { traceCount: count } = lines!.lines[0]!;
    const whole = await calls.readNavigation({ surveyId, line, first: traceIndex(0), count, every: 1 });
    const [from, to] = [positions.starts[p]!, positions.starts[p + 1]!];
    expect(positions.x.slice(from, to)).toEqual(whole.positions!.x);
    expect(positions.y.slice(from, to)).toEqual(whole.positions!.y);
    expect(cdp.slice(from, to)).toEqual(whole.cdp);
    expect([detail[from], detail[to - 1]]).toEqual([Infinity, Infinity]);
    expect({ name, unit }).toEqual({ name: lines!.lines[0]!.name, unit: 'metres' });
  }
  expect(positions.starts.at(-1)).toBe(detail.length);
});

it('says why a line lies nowhere, and leaves out what holds no line or is open no more', async () => {
  const path = join(folder, 'nowhere.sgy');
  // CDP numbers, and nothing else.
  const traces = Array.from({ length: 40 }, (_, i) => ({ words: { 1: i + 1, 21: i + 1 }, samples: [1, -1, i] }));
  writeFileSync(path, buildSegy({ traces }));
  const [line, cube] = await open(path, join(folder, 'sample', 'sample-tiny.sgy'));
  const read = await calls.readProfiles([line!, cube!, 'gone']);
  expect(read.profiles).toEqual([]);
  expect(read.positions.starts).toEqual(Uint32Array.of(0));
  expect(read.placeless).toMatchObject([
    { surveyId: line, line: 0, name: 'nowhere', reason: 'its trace headers hold no coordinates' },
  ]);
});
