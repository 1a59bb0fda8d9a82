import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as h5 from 'h5wasm/node';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { loadLibrary } from '../../formats/hdf5/library/load-library.ts';
import { createCollectingTerminal } from '../fixtures/collecting-terminal.ts';
import { runCommandLine } from '../run-command-line.ts';
import type { Hdf5InfoJson } from './hdf5-json.ts';

let folder: string;
let path: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'crossline-info-'));
  path = join(folder, 'a.h5');
  (await loadLibrary()).folders.add(folder);
  const file = new h5.File(path, 'w');
  const run = file.create_group('run');
  run.create_attribute('note', 'two\nlines');
  run.create_dataset({
    name: 'v',
    data: Float32Array.from({ length: 24 }, (_, i) => i),
    shape: [2, 3, 4],
    dtype: '<f',
  });
  file.close();
});

afterAll(() => rm(folder, { recursive: true }));

async function info(...options: string[]): Promise<{ code: number; out: string; err: string }> {
  const terminal = createCollectingTerminal(folder);
  const code = await runCommandLine(['info', path, ...options], terminal);
  return { code, out: terminal.out(), err: terminal.errors() };
}

it('prints the tree of a file that does not say what it is, and how it may be read', async () => {
  const { code, out } = await info();
  expect(code).toBe(0);
  expect(out).toContain('run/');
  expect(out).toContain('@note = two / lines');
  expect(out).toMatch(/v\s+2 x 3 x 4\s+float32, little-endian\s+contiguous/);
  expect(out).toContain('does not say which of its datasets is the survey');
  expect(out).toContain('--dataset /run/v --axes inline,crossline,sample');
});

it('prints the survey too, read by the options or by a mapping that was saved', async () => {
  const mapping = join(folder, 'mapping.json');
  await writeFile(mapping, JSON.stringify({ dataset: '/run/v', inlineValues: '100:2' }));
  const { out } = await info('--mapping', mapping, '--sample-values', '8:4', '--domain', 'time');
  expect(out).toMatch(/Inlines\s+100 to 102, step 2, 2 lines/);
  expect(out).toMatch(/Samples\s+4, 8 to 20 ms, every 4 ms \(time\)/);
  expect(out).toContain('run/');
});

it('prints all of it as JSON', async () => {
  const asked = JSON.parse((await info('--json')).out) as Hdf5InfoJson;
  expect(asked.fault?.code).toBe('choose-dataset');
  expect(asked.hdf5.nodes.map((node) => node.path)).toEqual(['/', '/run', '/run/v']);
  expect(asked.hdf5.proposals).toHaveLength(1);
  const read = JSON.parse((await info('--json', '--dataset', 'run/v')).out) as Hdf5InfoJson;
  expect(read).toMatchObject({ fault: null, kind: 'cube', traceCount: 6 });
});

it('says what is wrong with an option', async () => {
  const { code, err } = await info('--dataset', '/run/none');
  expect(code).not.toBe(0);
  expect(err).toContain('the file has no dataset /run/none');
});
