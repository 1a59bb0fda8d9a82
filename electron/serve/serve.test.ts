/** The local host as a whole, with its engine in a process of its own. */
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { WebSocket } from 'ws';
import { connectEngine, type PageEnd } from '../../shared/wire/rpc.ts';
import { bundleForTest } from '../jobs/bundle-for-test.ts';
import { serve, type ServeHandle, type ServeOptions } from './serve.ts';
import { createSocketTransport } from './socket-transport.ts';

const SURVEY = 'synthetic:?inlines=5&crosslines=6&samples=20';
let folder: string;
let bundles: NonNullable<ServeOptions['bundles']>;
let handle: ServeHandle | null = null;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'crossline-host-'));
  await writeFile(join(folder, 'index.html'), '<!doctype html>');
  bundles = {
    engineProcess: await bundleForTest(new URL('./engine-process.ts', import.meta.url)),
    jobProcess: await bundleForTest(new URL('../jobs/job-process.ts', import.meta.url)),
    pageFolder: folder,
  };
  vi.stubEnv('CROSSLINE_STATE', folder);
}, 60_000);

afterEach(async () => {
  await handle?.close();
  handle = null;
});

afterAll(async () => {
  vi.unstubAllEnvs();
  for (const path of [folder, dirname(bundles.engineProcess), dirname(bundles.jobProcess)]) {
    await rm(path, { recursive: true });
  }
});

const start = (log: string[] = [], port = 0): Promise<ServeHandle> =>
  serve({
    port,
    roots: [],
    requested: [{ path: SURVEY, overrides: null }],
    allowSynthetic: true,
    version: '0',
    log: (line) => void log.push(line),
    bundles,
  });

function crashEngine(): void {
  const processes = execFileSync('ps', ['-A', '-o', 'pid=,args='], { encoding: 'utf8' }).split('\n');
  const engine = processes.find((line) => line.includes(bundles.engineProcess));
  process.kill(Number.parseInt(engine!, 10), 'SIGKILL');
}

async function connect(address: string): Promise<PageEnd> {
  const url = new URL(address);
  const socket = new WebSocket(`ws://${url.host}/engine${url.search}`);
  await once(socket, 'open');
  const nothing = (): void => undefined;
  return connectEngine(createSocketTransport(socket), {
    surveyChanged: nothing,
    surveyClosed: nothing,
    surveyFailed: nothing,
    cubeFileChanged: nothing,
    jobChanged: nothing,
    headerProgress: nothing,
    folderProgress: nothing,
    openRequested: nothing,
  });
}

/** Tries until the engine is back, as the page does. */
async function reconnect(address: string): Promise<PageEnd> {
  for (;;) {
    try {
      return await connect(address);
    } catch {
      await delay(50);
    }
  }
}

it('serves the page and the engine, and starts a crashed engine again at the same address', async () => {
  const log: string[] = [];
  handle = await start(log);
  expect(handle.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]{32}$/);
  expect(await (await fetch(handle.address)).text()).toBe('<!doctype html>');

  const before = await connect(handle.address);
  expect(await before.calls.listRequested()).toEqual([{ path: SURVEY, overrides: null }]);
  const { id } = await before.calls.openSurvey(SURVEY);

  crashEngine();
  await vi.waitFor(() => expect(before.calls.hello()).rejects.toMatchObject({ fault: { code: 'engine-lost' } }));
  const after = await reconnect(handle.address);
  await expect(after.calls.readTextHeaders(id)).rejects.toMatchObject({ fault: { code: 'survey-not-open' } });
  expect((await after.calls.openSurvey(SURVEY)).id).not.toBe(id);
  expect(log).toEqual(['The engine ended unexpectedly (SIGKILL); starting it again.']);
  after.close();
}, 30_000);

it('ends with nothing left at its address', async () => {
  const started = await start();
  await started.close();
  await expect(fetch(started.address)).rejects.toThrow();
});

it('says when its port is taken', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as { port: number };
  await expect(start([], port)).rejects.toMatchObject({ fault: { code: 'job-failed' } });
  other.close();
});
