/** Who may reach the local host, and what it tells those who may not. */
import { once } from 'node:events';
import { request } from 'node:http';
import { connect as connectSocket } from 'node:net';
import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { connectEngine, type PageEnd } from '../../shared/wire/rpc.ts';
import { startEngineHost, type EngineHost } from './engine-host.ts';
import { createSocketTransport } from './socket-transport.ts';

const TOKEN = 'the-token';
let folder: string;
let host: EngineHost;
const pages: PageEnd[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'crossline-serve-'));
  await writeFile(join(folder, 'index.html'), '<!doctype html>');
  await writeFile(join(folder, 'named.sgy'), 'no SEG-Y');
  await writeFile(join(folder, 'other.sgy'), 'no SEG-Y');
  await symlink(join(folder, 'other.sgy'), join(folder, 'link.sgy'));
  host = await startEngineHost({
    port: 0,
    token: TOKEN,
    version: '0',
    pageFolder: folder,
    launcher: null,
    access: { roots: [], files: [join(folder, 'named.sgy')] },
    folders: { state: folder, cache: folder, sample: join(folder, 'sample') },
  });
});

afterEach(() => {
  for (const page of pages.splice(0)) page.close();
});

afterAll(async () => {
  await host.close();
  await rm(folder, { recursive: true });
});

/** The status of a request with headers of its own, which fetch would not send. */
async function statusOf(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<number> {
  const sent = request({ host: '127.0.0.1', port: host.port, path, headers, method }).end();
  const [response] = (await once(sent, 'response')) as [{ statusCode: number; resume(): void }];
  response.resume();
  return response.statusCode;
}

async function openSocket(path: string, headers: Record<string, string> = {}): Promise<WebSocket> {
  const socket = new WebSocket(`ws://127.0.0.1:${host.port}${path}`, { headers });
  await once(socket, 'open');
  return socket;
}

const connect = async (): Promise<PageEnd['calls']> => {
  const socket = await openSocket(`/engine?token=${TOKEN}`, { origin: `http://127.0.0.1:${host.port}` });
  const nothing = (): void => undefined;
  const page = connectEngine(createSocketTransport(socket), {
    surveyChanged: nothing,
    surveyClosed: nothing,
    surveyFailed: nothing,
    cubeFileChanged: nothing,
    jobChanged: nothing,
    headerProgress: nothing,
    folderProgress: nothing,
    openRequested: nothing,
  });
  pages.push(page);
  return page.calls;
};

it('serves the page to a local name only', async () => {
  expect(await statusOf('/')).toBe(200);
  expect(await statusOf('/?token=anything')).toBe(200);
  expect(await statusOf('/', {}, 'HEAD')).toBe(200);
  expect(await statusOf('/', { host: 'evil.example' })).toBe(403);
  expect(await statusOf('/', {}, 'POST')).toBe(405);
  expect(await statusOf('/named.sgy')).toBe(404);
  expect(await statusOf('/../named.sgy')).toBe(404);
});

it('opens the socket to those who have the token and come from its page', async () => {
  const calls = await connect();
  expect(await calls.hello()).toMatchObject({ host: 'browser', roots: [] });
});

it.each([
  ['no token', '/engine', {}, '401'],
  ['a wrong token', '/engine?token=the-tokem', {}, '401'],
  ['the page of another site', `/engine?token=${TOKEN}`, { origin: 'https://evil.example' }, '403'],
  ['another name of this host', `/engine?token=${TOKEN}`, { host: 'evil.example' }, '403'],
  ['another path', `/other?token=${TOKEN}`, {}, '404'],
])('refuses %s', async (_, path, headers, status) => {
  await expect(openSocket(path, headers)).rejects.toThrow(status);
});

it('survives an upgrade to what is no address, and a connection that is reset', async () => {
  await expect(openSocket('//')).rejects.toThrow('400');
  const reset = connectSocket(host.port, '127.0.0.1');
  await once(reset, 'connect');
  reset.write('GET /engine HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n');
  reset.resetAndDestroy();
  expect((await (await connect()).hello()).protocolVersion).toBeGreaterThan(0);
});

it('opens only what its command line allows', async () => {
  const calls = await connect();
  const faultOf = (path: string): Promise<unknown> =>
    calls.openSurvey(path).then(
      () => 'opened',
      (thrown: unknown) => (thrown as { fault: { code: string } }).fault.code,
    );
  expect(await faultOf(join(folder, 'named.sgy'))).not.toBe('outside-roots');
  expect(await faultOf(join(folder, 'other.sgy'))).toBe('outside-roots');
  expect(await faultOf(join(folder, 'link.sgy'))).toBe('outside-roots');
  expect(await faultOf(join(folder, 'missing.sgy'))).toBe('outside-roots');
  await expect(calls.listFolder(folder)).rejects.toMatchObject({ fault: { code: 'outside-roots' } });
});

it.each([
  ['a text message', 'hello'],
  ['bytes that are no frame', Buffer.from([1, 2, 3])],
])('closes the socket on %s and serves others on', async (_, message) => {
  const socket = await openSocket(`/engine?token=${TOKEN}`);
  socket.send(message);
  const [code] = (await once(socket, 'close')) as [number];
  expect(code).toBe(1007);
  expect((await (await connect()).hello()).protocolVersion).toBeGreaterThan(0);
});

it('closes the socket on a message longer than any call', async () => {
  const socket = await openSocket(`/engine?token=${TOKEN}`);
  socket.send(new Uint8Array(300 * 1024));
  const [code] = (await once(socket, 'close')) as [number];
  expect(code).toBe(1009);
});
