/** The engine on SEG-Y files, with jobs and fallback reads in real child processes. */
import { execFileSync } from 'node:child_process';
import { mkdtemp, rename, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import type { JobState } from '../../shared/contract.ts';
import type { CrosslineFault } from '../../shared/errors.ts';
import type { FolderProgress } from '../../shared/folder.ts';
import { NO_DECIMATION, sampleAt, type SliceRequest } from '../../shared/slices.ts';
import type { MappingOverrides } from '../../shared/mapping/segy-mapping.ts';
import type { SurveyInfo } from '../../shared/survey.ts';
import { crosslineIndex, inlineIndex, sampleIndex, traceIndex } from '../../shared/units.ts';
import { buildSegy, gridAmplitude, gridTraces, type TestGrid } from '../formats/segy/test-segy-builder.ts';
import { bundleForTest } from '../jobs/bundle-for-test.ts';
import { createForkLauncher } from '../jobs/fork-launcher.ts';
import type { ProcessLauncher } from '../jobs/process-launcher.ts';
import { createFallbackReader } from '../native/fallback.ts';
import { createEngine, type Engine } from './create-engine.ts';

/** Over 4 MB, under which a file is scanned while it is opened. */
const LARGE_GRID = {
  inlines: Array.from({ length: 40 }, (_, index) => 100 + index),
  crosslines: Array.from({ length: 30 }, (_, index) => 7 + 3 * index),
  sampleCount: 1000,
};
const GRID = { inlines: [10, 12, 14, 16], crosslines: [3, 4, 5], sampleCount: 6 };

let bundle: string;
let folder: string;
let path: string;
let engine: Engine | null = null;

beforeAll(async () => {
  bundle = await bundleForTest(new URL('../jobs/job-process.ts', import.meta.url));
}, 60_000);

afterEach(async () => {
  await engine?.close();
  engine = null;
  await rm(folder, { recursive: true });
});

afterAll(() => rm(dirname(bundle), { recursive: true }));

/** A launcher that knows which of its processes are alive. */
function countingLauncher(): { launcher: ProcessLauncher; alive: Set<string> } {
  const forks = createForkLauncher(bundle);
  const alive = new Set<string>();
  let count = 0;
  const launcher: ProcessLauncher = {
    isSeparate: true,
    launch: (name) => {
      count += 1;
      const label = `${name} #${count}`;
      alive.add(label);
      const process = forks.launch(name);
      process.onExit(() => alive.delete(label));
      return process;
    },
  };
  return { launcher, alive };
}

async function start(grid: TestGrid = GRID) {
  folder = await mkdtemp(join(tmpdir(), 'crossline-engine-'));
  path = join(folder, 'cube.sgy');
  await writeFile(path, buildSegy({ traces: gridTraces(grid) }));
  const { launcher, alive } = countingLauncher();
  const told = {
    changed: [] as SurveyInfo[],
    failed: [] as { surveyId: string; fault: CrosslineFault }[],
    jobs: [] as JobState[],
    folder: [] as FolderProgress[],
  };
  engine = createEngine({
    host: 'browser',
    version: '0',
    launcher,
    reader: createFallbackReader('no addon in this test'),
    folders: { state: folder, cache: join(folder, 'cache'), sample: join(folder, 'sample') },
    remembersRecent: true,
  });
  const { calls } = engine.attachLocal({
    surveyChanged: (info) => told.changed.push(info),
    surveyFailed: (failure) => told.failed.push(failure),
    jobChanged: (job) => told.jobs.push(job),
    folderProgress: (progress) => told.folder.push(progress),
  });
  return { calls, alive, told };
}

const inlineRequest = (surveyId: string, requestId: number, index: number): SliceRequest => ({
  requestId,
  surveyId,
  plane: { orientation: 'inline', index: inlineIndex(index) },
  decimation: NO_DECIMATION,
  stream: 'inline',
});

it('opens at once, reads in another process, and tells what the scan found', async () => {
  const { calls, alive, told } = await start(LARGE_GRID);
  expect(await calls.hello()).toMatchObject({ reader: 'fallback', readerNotice: 'no addon in this test' });
  const info = await calls.openSurvey(path);
  expect(info).toMatchObject({ geometryState: 'sampled', inline: { first: 100, last: 139, step: 1, count: 40 } });
  expect([...alive].some((name) => name.startsWith('reader'))).toBe(true);

  const { view, timing } = await calls.readSlice(inlineRequest(info.id, 1, 2));
  expect(view.shape).toEqual([30, 1000]);
  expect(sampleAt(view, 1, 5)).toBe(Math.fround(gridAmplitude(102, 10, 5)));
  expect(timing).toMatchObject({ origin: 'fallback', residentShare: null });
  const place = { trace: traceIndex(1), sample: sampleIndex(5) };
  expect(await calls.readExactSample({ surveyId: info.id, place })).toBe(
    String(Math.fround(gridAmplitude(100, 10, 5))),
  );

  await vi.waitFor(() => expect(told.changed).toHaveLength(1), { timeout: 10_000 });
  expect(told.changed[0]).toMatchObject({ id: info.id, geometryState: 'scanned', missingTraceCount: 0 });
  expect(told.jobs.at(-1)).toMatchObject({ kind: 'scan', status: 'done', unit: 'traces' });
  expect((await calls.listRecent())[0]).toMatchObject({ path, name: 'cube.sgy' });

  await calls.closeSurvey(info.id);
  expect((await calls.openSurvey(path)).geometryState).toBe('indexed');
});

it('reads a sample as it is stored, until the survey is closed', async () => {
  const { calls } = await start();
  const { id } = await calls.openSurvey(path);
  const place = { inline: inlineIndex(1), crossline: crosslineIndex(2), sample: sampleIndex(5) };
  const { view } = await calls.readSlice(inlineRequest(id, 1, 1));
  expect(await calls.readExactSample({ surveyId: id, place })).toBe(String(sampleAt(view, 2, 5)));
  await calls.closeSurvey(id);
  const fault = { code: 'survey-not-open' };
  await expect(calls.readExactSample({ surveyId: id, place })).rejects.toMatchObject({ fault });
});

it('reads statistics once for all who ask', async () => {
  const { calls } = await start();
  const { id } = await calls.openSurvey(path);
  const [one, two] = await Promise.all([calls.readStatistics(id), calls.readStatistics(id)]);
  expect(two).toBe(one);
  expect(one.sampleCount).toBe(4 * 3 * 6);
  expect(one.max).toBe(Math.fround(gridAmplitude(16, 5, 5)));
});

it('says that a file shrank, once, and reads it again under the same id when it is whole again', async () => {
  const { calls, told } = await start();
  const { id } = await calls.openSurvey(path);
  await truncate(path, 4000);
  const code = 'file-changed';
  await expect(calls.readSlice(inlineRequest(id, 1, 3))).rejects.toMatchObject({ fault: { code } });
  await expect(calls.readSlice(inlineRequest(id, 2, 3))).rejects.toMatchObject({ fault: { code } });
  expect(told.failed).toMatchObject([{ surveyId: id, fault: { code } }]);
  expect((await calls.listSurveys()).map((info) => info.id)).toEqual([id]);

  await writeFile(path, buildSegy({ traces: gridTraces(GRID) }));
  expect((await calls.openSurvey(path)).id).toBe(id);
  const { view } = await calls.readSlice(inlineRequest(id, 3, 3));
  expect(sampleAt(view, 0, 0)).toBe(Math.fround(gridAmplitude(16, 3, 0)));
});

it('says so where another file lies in its place when its headers are read', async () => {
  const { calls, told } = await start(LARGE_GRID);
  const { id } = await calls.openSurvey(path);
  await writeFile(`${path}.new`, 'no survey');
  await rename(`${path}.new`, path);
  await vi.waitFor(() => expect(told.failed).toHaveLength(1), { timeout: 10_000 });
  expect(told.failed[0]).toMatchObject({ surveyId: id, fault: { code: 'file-changed', path } });
});

it('reads an open survey by other overrides under the same id, and keeps it where they cannot be', async () => {
  const { calls, told } = await start();
  const { id } = await calls.openSurvey(path);
  await calls.readSlice(inlineRequest(id, 1, 0));
  const turned: MappingOverrides = { inline: { byte: 193, type: 'int32' }, crossline: { byte: 189, type: 'int32' } };
  const info = await calls.remapSurvey(id, turned);
  expect(info).toMatchObject({ id, inline: { first: 3, last: 5 }, mapping: { overrides: turned, origin: 'given' } });
  expect(told.changed.at(-1)).toMatchObject({ id, inline: { first: 3, last: 5 } });
  const { view } = await calls.readSlice(inlineRequest(id, 2, 0));
  expect([view.shape, sampleAt(view, 1, 0)]).toEqual([[4, 6], Math.fround(gridAmplitude(12, 3, 0))]);

  const impossible = { inline: { byte: 239, type: 'int32' } } as const;
  await expect(calls.remapSurvey(id, impossible)).rejects.toMatchObject({ fault: { code: 'usage' } });
  await expect(calls.remapSurvey(id, { samples: -1 })).rejects.toMatchObject({ fault: { code: 'usage' } });
  expect((await calls.openSurvey(path)).inline).toMatchObject({ first: 3, last: 5 });
  expect((await calls.openSurvey(path, {})).inline).toMatchObject({ first: 10, last: 16 });
});

it('builds a cube file beside a survey, once, and opens it', async () => {
  const { calls, told } = await start();
  const { id } = await calls.openSurvey(path);
  const [built, again] = await Promise.all([calls.buildCubeFile(id), calls.buildCubeFile(id)]);
  expect([built, again]).toEqual([join(folder, 'cube.h5'), join(folder, 'cube.h5')]);
  expect(told.jobs.filter(({ kind, status }) => kind === 'convert' && status === 'done')).toHaveLength(1);
  const cube = await calls.openSurvey(built);
  expect(cube).toMatchObject({ kind: 'cube', format: 'Crossline cube', mapping: null, traceCount: 12 });
  const { view } = await calls.readSlice(inlineRequest(cube.id, 1, 1));
  expect(sampleAt(view, 1, 5)).toBe(Math.fround(gridAmplitude(12, 4, 5)));
  expect(await calls.buildCubeFile(id)).toBe(built);
  await expect(calls.buildCubeFile(cube.id)).rejects.toMatchObject({ fault: { code: 'usage' } });
});

it('looks through a folder in one process, opens all of it, and says what does not open', async () => {
  const { calls, alive, told } = await start(LARGE_GRID);
  for (const name of ['a', 'b', 'c']) {
    await writeFile(join(folder, `${name}.sgy`), buildSegy({ traces: gridTraces(GRID) }));
  }
  await writeFile(join(folder, 'notes.txt'), 'no survey');
  const examined = await calls.examineFolder({ requestId: 7, path: folder });
  expect(examined).toEqual({ path: folder, fileCount: 5, isCut: false });
  expect([...alive].filter((name) => name.startsWith('Looking')).length).toBeLessThan(2);
  const files = told.folder.flatMap((progress) => progress.files);
  expect(files.map(({ name }) => name).toSorted()).toEqual(['a.sgy', 'b.sgy', 'c.sgy', 'cube.sgy', 'notes.txt']);
  expect(told.folder.at(-1)).toMatchObject({ requestId: 7, done: 5, total: 5 });
  expect(told.jobs.at(-1)).toMatchObject({ kind: 'folder', status: 'done', unit: 'files', done: 5 });
  expect((await calls.listRecent()).map((recent) => recent.path)).toEqual([folder]);

  const outcomes = await calls.openSurveys(files.map((file) => file.path));
  const faults = outcomes.flatMap((outcome) => ('fault' in outcome ? [outcome.fault] : []));
  expect(faults).toMatchObject([{ code: 'not-segy' }]);
  expect(await calls.listSurveys()).toHaveLength(4);
  expect((await calls.listRecent()).map((recent) => recent.path)).toEqual([folder]);
  await expect(calls.openSurvey(folder)).rejects.toMatchObject({ fault: { code: 'is-folder', path: folder } });
});

it('stops looking through a folder when its client goes', async () => {
  const { told } = await start();
  for (let i = 0; i < 300; i += 1) await writeFile(join(folder, `${i}.sgy`), buildSegy({ traces: gridTraces(GRID) }));
  const client = engine!.attachLocal();
  const looking = client.calls.examineFolder({ requestId: 1, path: folder });
  client.close();
  await expect(looking).rejects.toMatchObject({ fault: { code: 'cancelled' } });
  expect(told.folder).toEqual([]);
});

it('leaves no process behind, whatever is in flight when it closes', async () => {
  const { calls, alive } = await start();
  const { id } = await calls.openSurvey(path);
  const inFlight = Promise.allSettled([
    calls.createSample('large'),
    calls.readStatistics(id),
    calls.readSlice(inlineRequest(id, 1, 0)),
    calls.openSurvey(join(folder, 'none.sgy')),
  ]);
  expect(alive.size).toBeGreaterThan(1);
  await engine!.close();
  expect([...alive]).toEqual([]);
  const outcomes = await inFlight;
  expect(outcomes[0]).toMatchObject({ status: 'rejected', reason: { fault: { code: 'cancelled' } } });
});

it('goes on when the process that reads a file dies, and can open the file again', async () => {
  const { calls, told } = await start();
  const { id } = await calls.openSurvey(path);
  for (const pid of readerPids()) process.kill(pid, 'SIGKILL');
  await expect(calls.readSlice(inlineRequest(id, 1, 0))).rejects.toMatchObject({ fault: { code: 'file-changed' } });
  expect(told.failed).toHaveLength(1);
  await calls.openSurvey(path);
  expect((await calls.readSlice(inlineRequest(id, 2, 0))).view.shape).toEqual([3, 6]);
});

/** This process's children that run the bundle; at this point in a test only readers do. */
function readerPids(): number[] {
  const lines = execFileSync('ps', ['-A', '-o', 'pid=,args='], { encoding: 'utf8' }).split('\n');
  return lines.filter((line) => line.includes(bundle)).map((line) => Number.parseInt(line, 10));
}
