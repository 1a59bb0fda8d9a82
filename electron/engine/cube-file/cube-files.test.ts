/** Which file serves the slices of a SEG-Y cube, as its cube file comes, goes stale, breaks and vanishes. */
import { mkdtemp, readFile, rename, rm, truncate, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CubeFileState } from '../../../shared/cube-file.ts';
import { NO_DECIMATION, type SlicePlane } from '../../../shared/slices.ts';
import { servedBy } from '../../../shared/timing.ts';
import { crosslineIndex, inlineIndex, sampleIndex, traceIndex } from '../../../shared/units.ts';
import { buildSegy, gridTraces } from '../../formats/segy/test-segy-builder.ts';
import { createLocalLauncher } from '../../jobs/local-launcher.ts';
import type { ProcessLauncher } from '../../jobs/process-launcher.ts';
import { createEngine, type Engine } from '../create-engine.ts';

const GRID = { inlines: [10, 12, 14, 16], crosslines: [3, 4, 5], sampleCount: 8 };

let folder: string;
let path: string;
const engines: Engine[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'crossline-cube-'));
  path = join(folder, 'cube.sgy');
  await writeFile(path, buildSegy({ traces: gridTraces(GRID) }));
});

afterEach(async () => {
  for (const engine of engines.splice(0)) await engine.close();
  await rm(folder, { recursive: true });
});

function start(launcher: ProcessLauncher = createLocalLauncher()) {
  const states: CubeFileState[] = [];
  const engine = createEngine({
    host: 'browser',
    version: '0',
    launcher,
    folders: { state: join(folder, 'state'), cache: join(folder, 'cache'), sample: join(folder, 'sample') },
    usesCubeFiles: true,
    cacheBudgetBytes: 0,
  });
  engines.push(engine);
  const { calls } = engine.attachLocal({ cubeFileChanged: ({ cubeFile }) => states.push(cubeFile) });
  let requestId = 0;
  const read = async (surveyId: string, plane: SlicePlane) => {
    requestId += 1;
    return await calls.readSlice({ requestId, surveyId, plane, decimation: NO_DECIMATION, stream: plane.orientation });
  };
  return { engine, calls, states, read };
}

const INLINE: SlicePlane = { orientation: 'inline', index: inlineIndex(2) };
const PLANES: readonly SlicePlane[] = [
  INLINE,
  { orientation: 'crossline', index: crosslineIndex(1) },
  { orientation: 'sample', index: sampleIndex(5) },
  { orientation: 'traces', index: traceIndex(3), count: 5 },
];

/** Opens the survey and waits until it is known whether there is a cube file. */
async function open(launcher?: ProcessLauncher) {
  const started = start(launcher);
  const { id } = await started.calls.openSurvey(path);
  await vi.waitFor(() => expect(started.states.length).toBeGreaterThan(0));
  return { ...started, id };
}

async function openWithCube() {
  const builder = await open();
  await builder.calls.buildCubeFile(builder.id);
  await builder.engine.close();
  return await open();
}

describe('a cube file beside its survey', () => {
  it('serves every plane that it holds as soon as it is built, sample for sample', async () => {
    const { id, calls, states, read } = await open();
    expect(states).toEqual([
      { status: 'none', path: join(folder, 'cube.h5'), expectedBytes: 2 * 4 * 3 * 8 * 4, isBegun: false },
    ]);
    const before = [];
    for (const plane of PLANES) before.push(await read(id, plane));
    expect(before.map(({ timing }) => servedBy(timing))).toEqual(Array(4).fill('cube.sgy'));
    await calls.buildCubeFile(id);
    expect(states.map(({ status }) => status)).toEqual(['none', 'building', 'serving']);
    expect(await calls.readCubeFile(id)).toMatchObject({ status: 'serving', layouts: ['ilines', 'hlines'] });
    const after = [];
    for (const plane of PLANES) after.push(await read(id, plane));
    expect(after.map(({ timing }) => servedBy(timing))).toEqual([
      'cube.h5 ilines',
      'cube.h5 ilines',
      'cube.h5 hlines',
      'cube.sgy',
    ]);
    expect(after.map(({ view }) => [...view.data])).toEqual(before.map(({ view }) => [...view.data]));
  });

  it('is found when the survey is opened', async () => {
    const { id, states, read } = await openWithCube();
    expect(states).toMatchObject([{ status: 'serving', path: join(folder, 'cube.h5') }]);
    expect(servedBy((await read(id, INLINE)).timing)).toBe('cube.h5 ilines');
  });

  it('is found under another name that both files were given, and where it was built', async () => {
    const { calls, id, engine } = await open();
    await calls.buildCubeFile(id);
    await engine.close();
    await rename(path, join(folder, 'other.sgy'));
    await rename(join(folder, 'cube.h5'), join(folder, 'other.h5'));
    path = join(folder, 'other.sgy');
    const again = await open();
    expect(again.states).toMatchObject([{ status: 'serving', path: join(folder, 'other.h5') }]);

    const elsewhere = await mkdtemp(join(folder, 'elsewhere-'));
    await rm(join(folder, 'other.h5'));
    const builder = await open();
    await builder.calls.buildCubeFile(builder.id, { folder: elsewhere });
    await builder.engine.close();
    expect((await open()).states).toMatchObject([{ status: 'serving', path: join(elsewhere, 'other.h5') }]);
  });

  it('goes on serving when only the domain is read another way, and not when the traces stand elsewhere', async () => {
    const { id, calls, states, read } = await openWithCube();
    states.length = 0;
    await calls.remapSurvey(id, { domain: 'depth' });
    await vi.waitFor(() => expect(states.at(-1)).toMatchObject({ status: 'serving' }));
    expect(servedBy((await read(id, INLINE)).timing)).toBe('cube.h5 ilines');
    const turned = { inline: { byte: 193, type: 'int32' }, crossline: { byte: 189, type: 'int32' } } as const;
    await calls.remapSurvey(id, turned);
    await vi.waitFor(() => expect(states.at(-1)).toMatchObject({ status: 'unused', why: 'stale' }));
    expect(servedBy((await read(id, INLINE)).timing)).toBe('cube.sgy');
  });
});

describe('a cube file that is not used', () => {
  it('was made of another state of the survey, however small the change', async () => {
    const { engine, calls, id } = await open();
    await calls.buildCubeFile(id);
    await engine.close();
    const later = new Date(Date.now() + 60_000);
    await utimes(path, later, later);
    const touched = await open();
    expect(touched.states).toMatchObject([{ status: 'unused', why: 'stale' }]);
    expect((touched.states[0] as { reason: string }).reason).toMatch(/^It was made of cube\.sgy as of .* UTC\.$/);
    expect(servedBy((await touched.read(touched.id, INLINE)).timing)).toBe('cube.sgy');
    await touched.engine.close();

    const bytes = await readFile(path);
    bytes[3600 + 240] = bytes[3600 + 240]! ^ 1;
    await writeFile(path, bytes);
    const changed = await open();
    expect(changed.states).toMatchObject([{ status: 'unused', why: 'stale' }]);
    await expect(changed.calls.buildCubeFile(changed.id)).rejects.toMatchObject({ fault: { code: 'file-exists' } });
    await changed.calls.buildCubeFile(changed.id, { replace: true });
    expect(changed.states.at(-1)).toMatchObject({ status: 'serving' });
  });

  it.each([
    ['is no HDF5 file', 'unreadable', 'no cube at all'],
    ['is empty', 'unreadable', ''],
  ])('%s', async (_, why, content) => {
    await writeFile(join(folder, 'cube.h5'), content);
    const { states, id, calls } = await open();
    expect(states).toMatchObject([{ status: 'unused', why }]);
    await expect(calls.buildCubeFile(id)).rejects.toMatchObject({ fault: { code: 'file-exists' } });
    expect(await readFile(join(folder, 'cube.h5'), 'utf8')).toBe(content);
  });
});

describe('a cube file that is lost while it serves', () => {
  it.each([
    ['was cut off', (cube: string) => truncate(cube, 5000), 'changed while it was open'],
    ['was removed', (cube: string) => rm(cube), 'There is no file'],
  ])('%s: the SEG-Y file serves on, and it is told once', async (_, damage, reason) => {
    const { id, states, read } = await openWithCube();
    const before = await read(id, INLINE);
    await damage(join(folder, 'cube.h5'));
    await vi.waitFor(
      async () => {
        const { view, timing } = await read(id, INLINE);
        expect([...view.data]).toEqual([...before.view.data]);
        expect(servedBy(timing)).toBe('cube.sgy');
      },
      { timeout: 5000, interval: 100 },
    );
    expect(states.filter(({ status }) => status === 'lost')).toHaveLength(1);
    expect(states.at(-1)).toMatchObject({ fault: { code: 'cube-file-lost', survey: 'cube.sgy' } });
    expect(JSON.stringify(states.at(-1))).toContain(reason);
  });
});

describe('a build', () => {
  /** The first conversion dies behind its first slab, as the system's killer of processes has it. */
  function dyingOnce(cubePath: string): ProcessLauncher {
    const local = createLocalLauncher();
    let hasDied = false;
    return {
      isSeparate: false,
      launch: (name) => {
        if (hasDied || !name.startsWith('Building')) return local.launch(name);
        hasDied = true;
        let exit: (exit: { exitCode: null; signal: string }) => void = () => undefined;
        return {
          send: () =>
            void writeFile(`${cubePath}.partial.json`, '{}').then(() => exit({ exitCode: null, signal: 'SIGKILL' })),
          onMessage: () => undefined,
          onExit: (listener) => void (exit = listener),
          kill: () => undefined,
        };
      },
    };
  }

  it('whose process is killed says so, can be gone on with, and harms nothing', async () => {
    const cubePath = join(folder, 'cube.h5');
    const { id, calls, states, read } = await open(dyingOnce(cubePath));
    await expect(calls.buildCubeFile(id)).rejects.toMatchObject({ fault: { code: 'job-crashed', signal: 'SIGKILL' } });
    expect(states.at(-1)).toMatchObject({ status: 'none', path: cubePath, isBegun: true });
    expect(servedBy((await read(id, INLINE)).timing)).toBe('cube.sgy');
    await calls.buildCubeFile(id);
    expect(states.at(-1)).toMatchObject({ status: 'serving', path: cubePath });
  });
});
