/** The watchdog, over workers that misbehave on purpose. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { FuzzProcess, type WorkerProgram } from './fuzz-process.ts';
import type { Limits } from './limits.ts';

/** Its "seed" says what it does, its "index" how long a user would have waited. Speaks the protocol, and shares no code with the worker. */
const WORKER = `
process.on('message', ({ type, choice }) => {
  if (type === 'set-up') return void process.send({ type: 'ready', reader: 'addon' });
  const acts = [
    () => process.send({ type: 'result', result: { outcome: 'cube', longestMs: choice.index, failure: null } }),
    () => { for (;;); },
    () => process.kill(process.pid, 'SIGSEGV'),
    () => Promise.reject(new Error('nobody waits for this')),
    () => { globalThis.kept = Buffer.alloc(300e6, 1); setTimeout(acts[0], 300); },
    () => { globalThis.kept = Buffer.alloc(900e6, 1); setTimeout(acts[0], 5000); },
  ];
  acts[choice.seed]();
});`;
const [WELL, HANG, CRASH, REJECTION, HUNGRY, STARVING] = [0, 1, 2, 3, 4, 5];
const LIMITS: Limits = { caseMs: 500, caseBytes: 200e6, hangMs: 2000, fatalBytes: 600e6 };
/** A process tells its memory on Linux only. */
const isMemoryKnown = process.platform === 'linux';

let program: WorkerProgram;
let worker: FuzzProcess;

beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'crossline-watchdog-'));
  const entry = join(folder, 'worker.mjs');
  await writeFile(entry, WORKER);
  program = { entry, environment: process.env, setup: { files: {}, folder, jobProcess: '' } };
});
afterEach(() => worker.end());
afterAll(() => rm(program.setup.folder, { recursive: true }));

async function failureOf(
  act: number,
  index = 0,
): Promise<{ kind: string | undefined; detail: string; isAlive: boolean }> {
  worker = await FuzzProcess.start(program, LIMITS);
  const { failure } = await worker.run({ seed: act, index });
  return { kind: failure?.kind, detail: failure?.detail ?? '', isAlive: worker.isAlive };
}

it('passes on what a worker says, and lets it live', async () => {
  worker = await FuzzProcess.start(program, { ...LIMITS, caseMs: 10_000 });
  expect(await worker.run({ seed: WELL, index: 0 })).toMatchObject({ outcome: 'cube', failure: null });
  expect(worker.isAlive).toBe(true);
});

it.each([
  ['a loop without end', HANG, 'hang', 'no end within 2000 ms'],
  ['a fault of the processor', CRASH, 'crash', 'SIGSEGV'],
  ['a rejection that nobody handles', REJECTION, 'crash', 'nobody waits for this'],
])('finds %s, and is rid of the worker', async (_what, act, kind, detail) => {
  const found = await failureOf(act);
  expect(found).toMatchObject({ kind, isAlive: false });
  expect(found.detail).toContain(detail);
});

it('finds a case that takes too long', async () => {
  expect(await failureOf(WELL, 501)).toMatchObject({ kind: 'slow', detail: '501 ms' });
});

it.runIf(isMemoryKnown)('finds memory that was taken for a moment, and ends who takes too much', async () => {
  worker = await FuzzProcess.start(program, { ...LIMITS, caseMs: 10_000 });
  expect((await worker.run({ seed: HUNGRY, index: 0 })).failure?.kind).toBe('memory');
  worker.end();
  expect(await failureOf(STARVING)).toMatchObject({ kind: 'memory', detail: 'more than 600 MB', isAlive: false });
});
