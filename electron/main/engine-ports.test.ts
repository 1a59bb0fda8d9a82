import { EventEmitter } from 'node:events';
import type { IpcMain } from 'electron';
import { expect, test, vi } from 'vitest';
import { ENGINE_PORT, REQUEST_ENGINE_PORT } from '../../shared/host-bridge.ts';
import type { Transport } from '../../shared/wire/transport.ts';
import { offerEnginePorts } from './engine-ports.ts';

/** Electron's ports as far as they are used here: queued until started, told of the other end's close. */
class StubPort extends EventEmitter {
  readonly posted: unknown[] = [];
  isStarted = false;
  start(): void {
    this.isStarted = true;
  }
  postMessage(...message: unknown[]): void {
    this.posted.push(message);
  }
  close(): void {
    this.emit('close');
  }
}

function setUp() {
  const ipcMain = new EventEmitter();
  const enginePort = new StubPort();
  const pagePort = new StubPort();
  const connected: Transport[] = [];
  offerEnginePorts({
    ipcMain: ipcMain as unknown as IpcMain,
    createChannel: () => ({
      port1: enginePort,
      port2: pagePort,
    }),
    connect: (transport) => connected.push(transport),
  });
  const ask = (frame: { url: string; parent: object | null } | null) => {
    const postMessage = vi.fn();
    ipcMain.emit(REQUEST_ENGINE_PORT, { senderFrame: frame === null ? null : { ...frame, postMessage } });
    return postMessage;
  };
  return { ask, connected, enginePort, pagePort };
}

test('the page gets the other end of the port that the engine was given', () => {
  const { ask, connected, enginePort, pagePort } = setUp();
  const postMessage = ask({ url: 'crossline://app/index.html', parent: null });
  expect(postMessage).toHaveBeenCalledExactlyOnceWith(ENGINE_PORT, null, [pagePort]);
  expect(connected).toHaveLength(1);
  expect(enginePort.isStarted).toBe(true);
});

test.each([
  ['another site', { url: 'https://example.org/', parent: null }],
  ['a site whose name only begins alike', { url: 'crossline://app.example.org/', parent: null }],
  ['a frame inside the page', { url: 'crossline://app/index.html', parent: {} }],
  ['a frame that is gone', null],
])('%s gets none', (_who, frame) => {
  const { ask, connected } = setUp();
  expect(ask(frame)).not.toHaveBeenCalled();
  expect(connected).toHaveLength(0);
});

test('messages are posted without a transfer list, and a closed page is told', () => {
  const { ask, connected, enginePort } = setUp();
  ask({ url: 'crossline://app/index.html', parent: null });
  const transport = connected[0]!;
  const received: unknown[] = [];
  const closed = vi.fn();
  transport.onMessage((message) => received.push(message));
  transport.onClose(closed);
  enginePort.emit('message', { data: 'hello' });
  const message = { data: new Float32Array(4) };
  transport.send(message);
  enginePort.emit('close');
  expect(received).toEqual(['hello']);
  expect(enginePort.posted).toEqual([[message]]);
  expect(closed).toHaveBeenCalledOnce();
});
