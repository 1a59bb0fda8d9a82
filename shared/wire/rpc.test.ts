import { describe, expect, it } from 'vitest';
import type { EngineCalls, EngineEvents } from '../contract.ts';
import { CrosslineError } from '../errors.ts';
import { createMemoryPair } from './memory-transport.ts';
import { connectEngine, serveEngine } from './rpc.ts';

const nothing = (): void => undefined;
const SILENT: EngineEvents = {
  surveyChanged: nothing,
  surveyClosed: nothing,
  surveyFailed: nothing,
  cubeFileChanged: nothing,
  jobChanged: nothing,
  headerProgress: nothing,
  folderProgress: nothing,
  openRequested: nothing,
};

/** Only the calls that a test uses are there. */
const callsOf = (calls: Partial<EngineCalls>): EngineCalls => calls as EngineCalls;

function connect(calls: Partial<EngineCalls>, events: EngineEvents = SILENT) {
  const [pageSide, engineSide] = createMemoryPair();
  const engine = serveEngine(engineSide, callsOf(calls));
  const page = connectEngine(pageSide, events);
  return { engine, page, pageSide, engineSide };
}

describe('a call', () => {
  it('gives what the engine gives', async () => {
    const { page } = connect({ listRequested: () => Promise.resolve([{ path: 'a', overrides: null }]) });
    expect(await page.calls.listRequested()).toEqual([{ path: 'a', overrides: null }]);
  });

  it('gives nothing where the engine gives nothing', async () => {
    const { page } = connect({ cancelJob: () => Promise.resolve() });
    await expect(page.calls.cancelJob('1')).resolves.toBeUndefined();
  });

  it('rejects with the fault that the engine threw', async () => {
    const fault = { code: 'out-of-range', what: 'inline', requested: 3, available: '1 to 2' } as const;
    const { page } = connect({ readSlice: () => Promise.reject(new CrosslineError(fault)) });
    const call = page.calls.readSlice({} as never);
    await expect(call).rejects.toBeInstanceOf(CrosslineError);
    await expect(call).rejects.toMatchObject({ fault });
  });

  it('rejects as a defect when the engine throws what is no fault, also at once', async () => {
    const { page } = connect({
      readCounters: () => {
        throw new TypeError('bad');
      },
    });
    await expect(page.calls.readCounters()).rejects.toMatchObject({
      fault: { code: 'internal', detail: 'TypeError: bad' },
    });
  });

  it('reaches the contract only', async () => {
    const { pageSide } = connect({});
    const answers: unknown[] = [];
    pageSide.onMessage((message) => answers.push(message));
    for (const name of ['constructor', '__proto__', 'toString', 'close']) {
      pageSide.send({ t: 'q', i: name, m: name, a: [] });
    }
    await expect.poll(() => answers).toHaveLength(4);
    for (const answer of answers) expect(answer).toMatchObject({ r: { fault: { code: 'usage' } } });
  });

  it('survives what is no message', async () => {
    const { page, pageSide } = connect({ listRequested: () => Promise.resolve([]) });
    for (const noise of [null, 1, 'text', [], {}, { t: 'q' }, { t: 'q', m: 'hello', a: 3 }, { t: 's' }]) {
      pageSide.send(noise);
    }
    expect(await page.calls.listRequested()).toEqual([]);
  });
});

describe('a lost transport', () => {
  const never = (): Promise<never> => new Promise(nothing);

  it.each([
    ['the page closes', ({ page }: ReturnType<typeof connect>) => page.close()],
    ['the engine closes', ({ engine }: ReturnType<typeof connect>) => engine.close()],
    ['the wire breaks', ({ engineSide }: ReturnType<typeof connect>) => engineSide.close()],
  ])('rejects what is pending and what follows with engine-lost when %s', async (_, close) => {
    const connection = connect({ listJobs: never });
    const pending = connection.page.calls.listJobs();
    const rejected = expect(pending).rejects.toMatchObject({ fault: { code: 'engine-lost' } });
    await Promise.resolve();
    close(connection);
    await rejected;
    await expect(connection.page.calls.hello()).rejects.toMatchObject({ fault: { code: 'engine-lost' } });
  });

  it('lets the engine finish and tell without a word', async () => {
    let finish: (jobs: []) => void = nothing;
    const { engine, page } = connect({ listJobs: () => new Promise((resolve) => (finish = resolve)) });
    page.calls.listJobs().catch(nothing);
    await new Promise((resolve) => setTimeout(resolve));
    page.close();
    finish([]);
    engine.events.surveyClosed('1');
    await new Promise((resolve) => setTimeout(resolve));
  });
});

it('an event reaches the page with its data', async () => {
  const closed: string[] = [];
  const { engine } = connect({}, { ...SILENT, surveyClosed: (surveyId) => void closed.push(surveyId) });
  engine.events.surveyClosed('7');
  await expect.poll(() => closed).toEqual(['7']);
});
