import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bundleForTest } from '../jobs/bundle-for-test.ts';
import { writeTinyCube } from './fixtures/tiny-cube.ts';

let folder: string;
let bundle: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'crossline-main-'));
  writeTinyCube(join(folder, 'tiny.sgy'));
  bundle = await bundleForTest(new URL('./main.ts', import.meta.url));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
  rmSync(dirname(bundle), { recursive: true });
});

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly errors: string;
}

/** Runs the command as a user does. `isDeaf`: whoever reads its output goes away at once. */
async function runProgram(words: readonly string[], isDeaf = false): Promise<Ended> {
  const env = { ...process.env, CROSSLINE_STATE: join(folder, 'state') };
  const child = spawn(process.execPath, [bundle, ...words], { cwd: folder, env });
  let out = '';
  let errors = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text));
  if (isDeaf) child.stdout.destroy();
  else child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, out, errors };
}

it('finds files in the folder where it is called, and ends by itself', async () => {
  const { code, out, errors } = await runProgram(['info', 'tiny.sgy', '--json']);
  expect({ code, errors }).toEqual({ code: 0, errors: '' });
  expect(JSON.parse(out)).toMatchObject({ kind: 'cube', name: 'tiny.sgy' });
});

it('gives a script the exit code', async () => {
  expect((await runProgram(['info', 'nothing.sgy'])).code).toBe(1);
  expect((await runProgram(['dance'])).code).toBe(2);
});

it('ends quietly where nobody reads its output any more', async () => {
  expect(await runProgram(['--help'], true)).toEqual({ code: 0, out: '', errors: '' });
});
