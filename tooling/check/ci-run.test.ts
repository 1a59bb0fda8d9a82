import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ROOT } from '../paths.mjs';

let checkout: string;
beforeEach(() => {
  checkout = mkdtempSync(join(tmpdir(), 'crossline-ci-'));
  mkdirSync(join(checkout, '.ci'));
  mkdirSync(join(checkout, 'tooling'));
  cpSync(join(ROOT, '.ci', 'run'), join(checkout, '.ci', 'run'));
});
afterEach(() => rmSync(checkout, { recursive: true }));

/** Runs .ci/run with a check.mjs of this source instead of the real one. */
function runWith(source: string) {
  writeFileSync(join(checkout, 'tooling', 'check.mjs'), source);
  const { status, stdout } = spawnSync(join(checkout, '.ci', 'run'), { cwd: tmpdir(), encoding: 'utf8' });
  return { status, lastLine: stdout.trimEnd().split('\n').at(-1) };
}

describe.skipIf(process.platform === 'win32')('.ci/run (a shell script, not for Windows)', () => {
  test('passes the summary and the exit code on', () => {
    const print = (line: string, code: number) => `console.log('${line}'); process.exitCode = ${code};`;
    expect(runWith(print('9 passed, 0 failed, 1 skipped', 0))).toEqual({
      status: 0,
      lastLine: '9 passed, 0 failed, 1 skipped',
    });
    expect(runWith(print('8 passed, 1 failed, 1 skipped', 1)).status).toBe(1);
  });

  test('fails with a summary where the checks were ended or left none', () => {
    const failed = { status: 1, lastLine: '0 passed, 1 failed, 0 skipped' };
    expect(runWith("process.kill(process.pid, 'SIGKILL');")).toEqual(failed);
    expect(runWith("throw new Error('broken');")).toEqual(failed);
    expect(runWith("console.log('all well');")).toEqual(failed);
  });
});
