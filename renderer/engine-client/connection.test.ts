import { describe, expect, test } from 'vitest';
import { PROTOCOL_VERSION, type EngineCalls, type EngineEvents, type EngineHello } from '../../shared/contract.ts';
import { CrosslineError } from '../../shared/errors.ts';
import { createMemoryPair } from '../../shared/wire/memory-transport.ts';
import { serveEngine } from '../../shared/wire/rpc.ts';
import type { Transport } from '../../shared/wire/transport.ts';
import { EngineConnection, type ConnectionState } from './connection.ts';
import { ManualClock } from './testing/manual-clock.ts';

const HELLO: EngineHello = {
  protocolVersion: PROTOCOL_VERSION,
  version: '0.1.0',
  host: 'browser',
  reader: 'addon',
  readerNotice: null,
  nativeDialogs: false,
  roots: ['/data'],
  sampleFolder: '/data/sample',
  platform: 'linux',
};

const NO_EVENTS: EngineEvents = {
  surveyChanged: () => undefined,
  surveyClosed: () => undefined,
  surveyFailed: () => undefined,
  cubeFileChanged: () => undefined,
  openRequested: () => undefined,
  jobChanged: () => undefined,
  headerProgress: () => undefined,
  folderProgress: () => undefined,
};

function createRig(hello: EngineHello = HELLO) {
  const clock = new ManualClock();
  const states: ConnectionState[] = [];
  let isReachable = true;
  let engineSide: Transport | null = null;
  let attempts = 0;
  const connection = new EngineConnection({
    openTransport: () => {
      attempts += 1;
      if (!isReachable) return Promise.reject(new CrosslineError({ code: 'engine-lost' }));
      const [page, engine] = createMemoryPair();
      engineSide = engine;
      serveEngine(engine, { hello: () => Promise.resolve(hello) } as EngineCalls);
      return Promise.resolve(page);
    },
    events: NO_EVENTS,
    clock,
    onState: (state) => states.push(state),
  });
  return {
    clock,
    connection,
    states,
    statuses: () => states.map(({ status }) => status),
    attempts: () => attempts,
    loseEngine: () => {
      isReachable = false;
      engineSide?.close();
    },
    bringEngineBack: () => {
      isReachable = true;
    },
  };
}

describe('the connection', () => {
  test('is ready once the engine has said hello', async () => {
    const { connection, clock, states, statuses } = createRig();
    connection.connect();
    await clock.advance(0);
    expect(statuses()).toEqual(['connecting', 'ready']);
    expect(states.at(-1)).toMatchObject({ hello: HELLO });
  });

  test('reconnects with growing pauses, and starts with a short one again after a success', async () => {
    const { connection, clock, states, loseEngine, bringEngineBack, attempts } = createRig();
    connection.connect();
    await clock.advance(0);
    loseEngine();
    await clock.advance(20_000);
    const pauses = states.flatMap((state) => (state.status === 'lost' ? [state.attempt] : []));
    expect(pauses).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(attempts()).toBe(9);
    bringEngineBack();
    await clock.advance(4000);
    expect(states.at(-1)?.status).toBe('ready');
    loseEngine();
    expect(states.at(-1)).toMatchObject({ status: 'lost', attempt: 1, retryAtMs: clock.now() + 200 });
  });

  test('can be told to try at once', async () => {
    const { connection, clock, states, loseEngine, bringEngineBack } = createRig();
    connection.connect();
    await clock.advance(0);
    loseEngine();
    bringEngineBack();
    connection.connect();
    await clock.advance(0);
    expect(states.at(-1)?.status).toBe('ready');
  });

  test('refuses an engine of another protocol and says so', async () => {
    const { connection, clock, states } = createRig({ ...HELLO, protocolVersion: PROTOCOL_VERSION + 1 });
    connection.connect();
    await clock.advance(0);
    expect(states.at(-1)).toMatchObject({ status: 'lost', fault: { code: 'usage' } });
  });

  test('stays silent once closed', async () => {
    const { connection, clock, statuses, loseEngine, attempts } = createRig();
    connection.connect();
    await clock.advance(0);
    connection.close();
    loseEngine();
    await clock.advance(20_000);
    expect(statuses()).toEqual(['connecting', 'ready']);
    expect(attempts()).toBe(1);
  });
});
