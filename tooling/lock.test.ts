import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { withLock } from './lock.mjs';

let file: string;
beforeEach(() => {
  file = join(mkdtempSync(join(tmpdir(), 'crossline-lock-')), 'build.lock');
});
afterEach(() => rmSync(join(file, '..'), { recursive: true }));

test('whoever comes second begins after the first has ended', async () => {
  const events: string[] = [];
  const step = (name: string) => async () => {
    events.push(`${name} begins`);
    await new Promise((resolve) => setTimeout(resolve, 20));
    events.push(`${name} ends`);
  };
  await Promise.all([withLock(file, step('first')), withLock(file, step('second'))]);
  expect(events).toEqual(['first begins', 'first ends', 'second begins', 'second ends']);
  expect(existsSync(file)).toBe(false);
});

test('the lock of a process that died is taken over', async () => {
  const { pid } = spawnSync(process.execPath, ['--eval', '']);
  writeFileSync(file, String(pid));
  expect(await withLock(file, () => Promise.resolve('done'))).toBe('done');
});

test('the lock is free again after a failure', async () => {
  await expect(withLock(file, () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  expect(existsSync(file)).toBe(false);
});
