/** Large frames come by the stream, small ones by the socket, and both end together. */
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { decodeFrame } from '../../shared/wire/frame.ts';
import type { Transport } from '../../shared/wire/transport.ts';
import { serveEngineSocket } from './engine-socket.ts';
import { FrameStreams } from './frame-stream.ts';

const TOKEN = 'the-token';
let server: Server;
let base: string;
let endSockets: () => void;
let transports: Transport[];

beforeEach(async () => {
  const streams = new FrameStreams(TOKEN);
  server = createServer((request, response) => streams.answer(request, response));
  transports = [];
  endSockets = serveEngineSocket(server, {
    token: TOKEN,
    streams,
    onClient: (transport) => transports.push(transport),
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  base = `127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterEach(async () => {
  endSockets();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const askForStream = (query: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`http://${base}/frames?${query}`, { headers });

async function openSocket(name: string): Promise<{ socket: WebSocket; transport: Transport; messages: unknown[] }> {
  const socket = new WebSocket(`ws://${base}/engine?token=${TOKEN}&stream=${name}`);
  socket.binaryType = 'arraybuffer';
  const messages: unknown[] = [];
  socket.on('message', (data) => messages.push(decodeFrame(data as ArrayBuffer)));
  await once(socket, 'open');
  await expect.poll(() => transports.length).toBeGreaterThan(0);
  return { socket, transport: transports.at(-1)!, messages };
}

/** Bytes that the stream has brought, once there are so many. */
async function readBytes(reader: ReadableStreamDefaultReader<Uint8Array>, count: number): Promise<Uint8Array> {
  let bytes = new Uint8Array();
  while (bytes.length < count) {
    const { value, done } = await reader.read();
    if (done) break;
    bytes = Uint8Array.from([...bytes, ...value]);
  }
  return bytes;
}

const largeMessage = (seed: number) => ({ t: 's', i: 'a', r: { data: new Uint8Array(70_000).fill(seed) } });

it('large frames leave by the stream, one after another, small ones by the socket', async () => {
  const answer = await askForStream(`token=${TOKEN}&stream=one`);
  expect(answer.status).toBe(200);
  const { transport, messages } = await openSocket('one');
  transport.send(largeMessage(1));
  transport.send({ t: 's', i: 'b' });
  transport.send(largeMessage(2));
  await expect.poll(() => messages).toEqual([{ t: 's', i: 'b' }]);

  const reader = answer.body!.getReader();
  const bytes = await readBytes(reader, 140_000);
  const length = bytes.length / 2;
  for (const [k, seed] of [1, 2].entries()) {
    expect(decodeFrame(bytes.slice(k * length, (k + 1) * length).buffer)).toEqual(largeMessage(seed));
  }
});

it('a page without a stream gets large frames by its socket', async () => {
  const { transport, messages } = await openSocket('never-asked-for');
  transport.send(largeMessage(3));
  await expect.poll(() => messages).toEqual([largeMessage(3)]);
});

it('the socket ends with the stream, and the stream with the socket', async () => {
  const first = await askForStream(`token=${TOKEN}&stream=first`);
  const { socket } = await openSocket('first');
  await first.body!.cancel();
  await once(socket, 'close');

  const second = await askForStream(`token=${TOKEN}&stream=second`);
  (await openSocket('second')).socket.close();
  expect((await second.body!.getReader().read()).done).toBe(true);
});

it('refuses strangers, and gives no stream twice or without end', async () => {
  expect((await askForStream('token=the-tokem&stream=x')).status).toBe(401);
  expect((await askForStream('stream=x')).status).toBe(401);
  expect((await askForStream(`token=${TOKEN}&stream=x`, { origin: 'https://evil.example' })).status).toBe(403);
  expect((await askForStream(`token=${TOKEN}`)).status).toBe(204);
  const statuses: number[] = [];
  for (const name of ['a', 'a', 'b', 'c', 'd', 'e']) {
    statuses.push((await askForStream(`token=${TOKEN}&stream=${name}`)).status);
  }
  expect(statuses).toEqual([200, 204, 200, 200, 200, 204]);
});
