/** Jobs and remote reads in real child processes. */
import { mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { NO_OVERRIDES } from '../../shared/mapping/segy-mapping.ts';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import type { JobState } from '../../shared/contract.ts';
import { createFallbackReader } from '../native/fallback.ts';
import { createForkLauncher } from './fork-launcher.ts';
import { JobRunner } from './job-runner.ts';
import type { LaunchedProcess, ProcessLauncher } from './process-launcher.ts';
import { createRemoteReader } from './remote-reader.ts';
import { bundleForTest } from './bundle-for-test.ts';

let bundle: string;
let folder: string;
let runner: JobRunner | null = null;

beforeAll(async () => {
  bundle = await bundleForTest(new URL('./job-process.ts', import.meta.url));
  folder = await mkdtemp(join(tmpdir(), 'crossline-jobs-'));
}, 60_000);

afterEach(async () => {
  await runner?.close();
  runner = null;
});

afterAll(async () => {
  await rm(dirname(bundle), { recursive: true });
  await rm(folder, { recursive: true });
});

/** Also keeps what it launched, so that a test can end it from outside. */
function startRunner(): { states: JobState[]; launched: LaunchedProcess[]; runner: JobRunner } {
  const states: JobState[] = [];
  const launched: LaunchedProcess[] = [];
  const launcher = createForkLauncher(bundle);
  const keeping: ProcessLauncher = {
    isSeparate: true,
    launch: (name) => {
      const process = launcher.launch(name);
      launched.push(process);
      return process;
    },
  };
  runner = new JobRunner(keeping, (state) => states.push(state));
  return { states, launched, runner };
}

it('runs a job to its result, with progress that ends at the total', async () => {
  const { states, runner } = startRunner();
  const sample = runner.start('sample', 'Writing', { folder: join(folder, 'whole'), size: 'small' });
  const cubePath = await sample.result;
  expect((await readFile(cubePath)).byteLength).toBeGreaterThan(1_000_000);
  const last = states.at(-1)!;
  expect(last).toMatchObject({ id: sample.id, kind: 'sample', status: 'done', unit: 'bytes', fault: null });
  expect(last.done).toBe(last.total);
  expect(states.filter(({ status }) => status === 'running').length).toBeGreaterThan(1);
  const dones = states.map(({ done }) => done);
  expect(dones).toEqual([...dones].sort((a, b) => a - b));
  const scan = await runner.start('scan', 'Scanning', { path: cubePath, overrides: NO_OVERRIDES }).result;
  expect(scan.knowledge.geometry).toBeDefined();
  expect(runner.list()).toEqual([]);
}, 60_000);

it('rejects with the fault of the job', async () => {
  const { runner, states } = startRunner();
  const { result } = runner.start('scan', 'Scanning', { path: join(folder, 'nothing.sgy'), overrides: NO_OVERRIDES });
  await expect(result).rejects.toMatchObject({ fault: { code: 'file-not-found' } });
  expect(states.at(-1)).toMatchObject({ status: 'failed', fault: { code: 'file-not-found' } });
});

it('cancels a running job', async () => {
  const { runner, states } = startRunner();
  const { id, result } = runner.start('sample', 'Writing', { folder: join(folder, 'cancelled'), size: 'large' });
  runner.cancel(id);
  await expect(result).rejects.toMatchObject({ fault: { code: 'cancelled' } });
  expect(states.at(-1)).toMatchObject({ status: 'cancelled' });
});

it('tells a crash from a failure, and can start the job again', async () => {
  const { runner, states, launched } = startRunner();
  const { result } = runner.start('sample', 'Writing', { folder: join(folder, 'crashed'), size: 'large' });
  launched[0]!.kill();
  await expect(result).rejects.toMatchObject({ fault: { code: 'job-crashed', job: 'Writing', signal: 'SIGKILL' } });
  expect(states.at(-1)).toMatchObject({ status: 'failed', fault: { code: 'job-crashed' } });
  const again = runner.start('scan', 'Scanning', { path: folder, overrides: NO_OVERRIDES });
  await expect(again.result).rejects.toMatchObject({ fault: { code: 'not-a-file' } });
});

it('says so when the process ends without a word', async () => {
  const entry = join(folder, 'speechless.mjs');
  await writeFile(entry, 'process.exit(3);');
  runner = new JobRunner(createForkLauncher(entry), () => undefined);
  const { result } = runner.start('scan', 'Scanning', { path: folder, overrides: NO_OVERRIDES });
  await expect(result).rejects.toMatchObject({ fault: { code: 'job-crashed', exitCode: 3 } });
});

it('leaves no process behind when it closes', async () => {
  const { runner } = startRunner();
  const { result } = runner.start('sample', 'Writing', { folder: join(folder, 'closed'), size: 'large' });
  expect(runner.processCount).toBe(1);
  await runner.close();
  expect(runner.processCount).toBe(0);
  await expect(result).rejects.toMatchObject({ fault: { code: 'cancelled' } });
});

it('reads a file through another process as the reader here does', async () => {
  const path = join(folder, 'words.bin');
  await writeFile(
    path,
    Uint8Array.from({ length: 4000 }, (_, index) => (index * 7) % 100),
  );
  const local = createFallbackReader('reason');
  const remote = createRemoteReader(local, createForkLauncher(bundle));
  expect([remote.kind, remote.notice]).toEqual(['fallback', 'reason']);
  const [here, there] = [await local.openFile(path), await remote.openFile(path)];
  expect([there.bytes, there.modifiedMs]).toEqual([here.bytes, here.modifiedMs]);
  const gather = {
    format: 1,
    byteOrder: 'big',
    offset: 40,
    rows: 10,
    rowStrideBytes: 300,
    columns: 20,
    columnStrideBytes: 8,
  } as const;
  const [ours, theirs] = [new Float32Array(200), new Float32Array(200)];
  await here.gatherGrid(gather, ours, null);
  const report = await there.gatherGrid(gather, theirs, null);
  expect(theirs).toEqual(ours);
  expect(report.bytesRead).toBe(800);
  const aborted = AbortSignal.abort();
  await expect(there.gatherGrid(gather, theirs, aborted)).rejects.toMatchObject({ fault: { code: 'cancelled' } });
  await truncate(path, 100);
  await expect(there.gatherGrid(gather, theirs, null)).rejects.toMatchObject({ fault: { code: 'file-changed' } });
  await here.close();
  await there.close();
  await expect(there.gatherGrid(gather, theirs, null)).rejects.toMatchObject({ fault: { code: 'file-changed' } });
  await expect(remote.openFile(join(folder, 'none'))).rejects.toMatchObject({ fault: { code: 'file-not-found' } });
});

it('shares a few processes among many files, and ends them with the last', async () => {
  const path = join(folder, 'shared.bin');
  await writeFile(path, new Uint8Array(100));
  const launched: LaunchedProcess[] = [];
  let alive = 0;
  const launcher = createForkLauncher(bundle);
  const counting: ProcessLauncher = {
    isSeparate: true,
    launch: (name) => {
      const process = launcher.launch(name);
      launched.push(process);
      alive += 1;
      process.onExit(() => (alive -= 1));
      return process;
    },
  };
  const remote = createRemoteReader(createFallbackReader('reason'), counting);
  const files = await Promise.all(Array.from({ length: 10 }, () => remote.openFile(path)));
  expect(launched).toHaveLength(4);
  launched[0]!.kill();
  const reads = await Promise.allSettled(files.map((file) => file.readBytes(0, new Uint8Array(10), null)));
  const lost = reads.filter(({ status }) => status === 'rejected');
  expect(lost).toHaveLength(3);
  expect(lost[0]).toMatchObject({ reason: { fault: { code: 'file-changed', path } } });
  const again = await remote.openFile(path);
  expect(launched).toHaveLength(5);
  await Promise.all([again, ...files].map((file) => file.close()));
  expect(alive).toBe(0);
});
