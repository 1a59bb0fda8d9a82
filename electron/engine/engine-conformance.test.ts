/** One table of cases over every way to reach the engine: in its process, and over each host's own transport. */
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { MessageChannel, type MessagePort } from 'node:worker_threads';
import type { MessagePortMain } from 'electron';
import { afterEach, describe, expect, it } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import type { EngineCalls, EngineEvents } from '../../shared/contract.ts';
import { isCrosslineError } from '../../shared/errors.ts';
import { NO_DECIMATION, isCompact, sampleAt, type SliceRequest } from '../../shared/slices.ts';
import { inlineIndex, sampleIndex, traceIndex } from '../../shared/units.ts';
import { createMemoryPair } from '../../shared/wire/memory-transport.ts';
import { connectEngine } from '../../shared/wire/rpc.ts';
import { portTransport } from '../../renderer/engine-client/port-transport.ts';
import { portMainTransport } from '../main/port-transport.ts';
import { createSocketTransport } from '../serve/socket-transport.ts';
import { createEngine, type Engine } from './create-engine.ts';
import type { EngineOptions } from './engine-options.ts';

const SURVEY = 'synthetic:?inlines=12&crosslines=10&samples=30&deadRate=0.2&missingRate=0.1';
const SILENT: EngineEvents = {
  surveyChanged: () => undefined,
  surveyClosed: () => undefined,
  surveyFailed: () => undefined,
  cubeFileChanged: () => undefined,
  openRequested: () => undefined,
  jobChanged: () => undefined,
  headerProgress: () => undefined,
  folderProgress: () => undefined,
};

type Attach = (engine: Engine, events: EngineEvents, cleanUp: (() => void)[]) => Promise<EngineCalls>;

const WAYS: Record<string, Attach> = {
  'in its process': (engine, events) => Promise.resolve(engine.attachLocal(events).calls),
  'a memory pair': (engine, events) => {
    const [page, host] = createMemoryPair();
    engine.connect(host);
    return Promise.resolve(connectEngine(page, events).calls);
  },
  'ports, as in Electron': (engine, events, cleanUp) => {
    const { port1, port2 } = new MessageChannel();
    engine.connect(portMainTransport(likePortMain(port1)));
    const page = connectEngine(portTransport(port2 as unknown as globalThis.MessagePort), events);
    cleanUp.push(() => page.close());
    return Promise.resolve(page.calls);
  },
  'a WebSocket': async (engine, events, cleanUp) => {
    const server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
    await once(server, 'listening');
    server.on('connection', (socket) => engine.connect(createSocketTransport(socket)));
    const socket = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`);
    await once(socket, 'open');
    const page = connectEngine(createSocketTransport(socket), events);
    cleanUp.push(
      () => page.close(),
      () => server.close(),
    );
    return page.calls;
  },
};

/** Node's port with the events of Electron's `MessagePortMain`. */
function likePortMain(port: MessagePort): MessagePortMain {
  const like = {
    on: (event: string, listener: (event: { data?: unknown }) => void) =>
      port.on(event, (data: unknown) => listener({ data })),
    start: () => port.start(),
    postMessage: (message: unknown) => port.postMessage(message),
    close: () => port.close(),
  };
  return like as unknown as MessagePortMain;
}

const cleanUp: (() => void)[] = [];
let engine: Engine | null = null;

afterEach(async () => {
  for (const act of cleanUp.splice(0)) act();
  await engine?.close();
  engine = null;
});

const newEngine = (options: Partial<EngineOptions> = {}): Engine =>
  createEngine({ host: 'browser', version: '0', launcher: null, allowSynthetic: true, ...options });

async function faultCodeOf(call: Promise<unknown>): Promise<string> {
  try {
    await call;
  } catch (thrown) {
    return isCrosslineError(thrown) ? thrown.fault.code : `foreign: ${String(thrown)}`;
  }
  return 'none';
}

describe.each(Object.entries(WAYS))('the engine over %s', (_, attach) => {
  const open = async (events: EngineEvents = SILENT): Promise<EngineCalls> => {
    engine = newEngine();
    return await attach(engine, events, cleanUp);
  };

  it('opens a survey once and lists it', async () => {
    const calls = await open();
    const info = await calls.openSurvey(SURVEY);
    expect(info.inline).toEqual({ first: 1, last: 12, step: 1, count: 12 });
    expect((await calls.openSurvey(SURVEY)).id).toBe(info.id);
    expect(await calls.listSurveys()).toEqual([info]);
  });

  it('reads slices in the axis order of their plane, with the status of their traces', async () => {
    const calls = await open();
    const { id: surveyId } = await calls.openSurvey(SURVEY);
    const base = { surveyId, decimation: NO_DECIMATION };
    const inline = await calls.readSlice({
      ...base,
      requestId: 1,
      stream: 'a',
      plane: { orientation: 'inline', index: inlineIndex(4) },
    });
    const time = await calls.readSlice({
      ...base,
      requestId: 2,
      stream: 'b',
      plane: { orientation: 'sample', index: sampleIndex(7) },
    });
    expect(inline.view.shape).toEqual([10, 30]);
    expect(time.view.shape).toEqual([12, 10]);
    expect(inline.traceStatus).toHaveLength(10);
    for (let crossline = 0; crossline < 10; crossline += 1) {
      expect(sampleAt(time.view, 4, crossline)).toBe(sampleAt(inline.view, crossline, 7));
    }
    expect([...inline.view.data].some((value) => value !== 0 && !Number.isNaN(value))).toBe(true);
  });

  it('answers a coarse request from the exact slice, without another read', async () => {
    const calls = await open();
    const { id: surveyId } = await calls.openSurvey(SURVEY);
    const plane = { orientation: 'traces', index: traceIndex(3), count: 20 } as const;
    const request: SliceRequest = { surveyId, plane, stream: 's', requestId: 1, decimation: NO_DECIMATION };
    const exact = await calls.readSlice(request);
    await calls.acknowledgeSlice(1);
    const coarse = await calls.readSlice({ ...request, requestId: 2, decimation: { rows: 3, columns: 4 } });
    expect(coarse.view.shape).toEqual([7, 8]);
    expect(sampleAt(coarse.view, 2, 5)).toBe(sampleAt(exact.view, 6, 20));
    expect(coarse.timing).toMatchObject({ origin: 'cache', readMs: 0, bytesRead: 0 });
    expect(coarse.traceStatus?.[2]).toBe(exact.traceStatus?.[6]);
    expect(await calls.readCounters()).toMatchObject({ slicesRead: 1, cacheHits: 1 });
  });

  it('counts what a prefetch has filled, once', async () => {
    const calls = await open();
    const { id: surveyId } = await calls.openSurvey(SURVEY);
    const plane = { orientation: 'inline', index: inlineIndex(5) } as const;
    await calls.prefetch({ surveyId, stream: 's', planes: [plane] });
    await expect.poll(async () => (await calls.readCounters()).prefetchReads).toBe(1);
    const request = { surveyId, plane, stream: 's', decimation: NO_DECIMATION };
    const { timing } = await calls.readSlice({ ...request, requestId: 1 });
    await calls.readSlice({ ...request, requestId: 2 });
    expect(timing).toMatchObject({ origin: 'cache', prefetched: true });
    expect(await calls.readCounters()).toMatchObject({ slicesRead: 1, prefetchHits: 1, cacheHits: 2 });
  });

  it('reads every time where it keeps nothing', async () => {
    engine = newEngine({ cacheBudgetBytes: 0 });
    const calls = await attach(engine, SILENT, cleanUp);
    const { id: surveyId } = await calls.openSurvey(SURVEY);
    const plane = { orientation: 'inline', index: inlineIndex(5) } as const;
    for (const requestId of [1, 2]) {
      await calls.readSlice({ surveyId, plane, stream: 's', decimation: NO_DECIMATION, requestId });
    }
    expect(await calls.readCounters()).toMatchObject({ slicesRead: 2, cacheHits: 0, cacheBytes: 0 });
  });

  it('says where the time went, each part within the whole', async () => {
    const calls = await open();
    const { id: surveyId } = await calls.openSurvey(SURVEY);
    const { view, timing } = await calls.readSlice({
      surveyId,
      plane: { orientation: 'inline', index: inlineIndex(0) },
      stream: 's',
      requestId: 1,
      decimation: NO_DECIMATION,
    });
    expect(isCompact(view)).toBe(true);
    const { queuedMs, readMs, decodeMs, encodeMs, engineMs, origin, prefetched } = timing;
    expect(queuedMs + readMs + decodeMs + encodeMs).toBeLessThanOrEqual(engineMs);
    expect({ origin, prefetched }).toEqual({ origin: 'synthetic', prefetched: false });
  });

  it('rejects with faults, not with foreign errors', async () => {
    const calls = await open();
    const { id: surveyId } = await calls.openSurvey(SURVEY);
    const request = { surveyId, stream: 's', requestId: 1, decimation: NO_DECIMATION };
    const plane = { orientation: 'inline', index: inlineIndex(12) } as const;
    expect(await faultCodeOf(calls.readSlice({ ...request, plane }))).toBe('out-of-range');
    expect(await faultCodeOf(calls.readSlice({ ...request, surveyId: 'gone', plane }))).toBe('survey-not-open');
    expect(await faultCodeOf(calls.prefetch({ surveyId: 'gone', stream: 's', planes: [] }))).toBe('survey-not-open');
    expect(await faultCodeOf(calls.openSurvey('/no/such/file.sgy'))).toBe('file-not-found');
    expect(await faultCodeOf(calls.openSurvey('synthetic:?inlines=-1'))).toBe('usage');
    expect(await faultCodeOf(calls.chooseFiles())).toBe('usage');
  });

  it('tells every client that a survey was closed', async () => {
    const closed: string[] = [];
    const calls = await open({ ...SILENT, surveyClosed: (surveyId) => void closed.push(surveyId) });
    const { id } = await calls.openSurvey(SURVEY);
    await engine!.attachLocal().calls.closeSurvey(id);
    await calls.listSurveys();
    expect(closed).toEqual([id]);
    expect(await faultCodeOf(calls.readTextHeaders(id))).toBe('survey-not-open');
  });
});
