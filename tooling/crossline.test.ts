import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { ROOT } from './paths.mjs';

const COMMAND = join(ROOT, 'tooling', 'crossline.mjs');

let folder: string;
/** Bundles what is out of date, so that the runs after it have nothing to say of their own. */
beforeAll(() => void spawnSync(process.execPath, [COMMAND, '--help'], { cwd: ROOT }), 60_000);
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'crossline-command-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** As npm runs it: in the package's root, with the user's folder in INIT_CWD. */
function crossline(...args: string[]) {
  const env = { ...process.env, INIT_CWD: folder };
  return spawnSync(process.execPath, [COMMAND, ...args], {
    cwd: ROOT,
    env,
    encoding: 'utf8',
  });
}

test('passes exit codes on: 0 for help, 1 for a failure, 2 for a usage error', () => {
  expect(crossline('--help')).toMatchObject({ status: 0, stderr: '' });
  expect(crossline('info', 'missing.sgy')).toMatchObject({ status: 1, stdout: '' });
  expect(crossline('nonsense')).toMatchObject({ status: 2, stdout: '' });
});

test('takes paths from the folder where the user stands', () => {
  writeFileSync(join(folder, 'empty.sgy'), '');
  const { status, stderr } = crossline('info', 'empty.sgy');
  expect(status).toBe(1);
  expect(stderr).toContain(join(folder, 'empty.sgy'));
});
