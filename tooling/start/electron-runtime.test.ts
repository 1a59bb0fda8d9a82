import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { RETRY_AFTER_MS, findRuntime, isRecentFailure, obtainRuntime, rememberFailure } from './electron-runtime.mjs';

let packageFolder: string;
let failureStamp: string;
beforeEach(() => {
  packageFolder = mkdtempSync(join(tmpdir(), 'crossline-electron-'));
  failureStamp = join(packageFolder, 'failed.stamp');
  writeFileSync(join(packageFolder, 'package.json'), JSON.stringify({ version: '45.0.0' }));
});
afterEach(() => rmSync(packageFolder, { recursive: true, force: true }));

const install = () => {
  mkdirSync(join(packageFolder, 'dist'), { recursive: true });
  writeFileSync(join(packageFolder, 'path.txt'), 'electron');
  writeFileSync(join(packageFolder, 'dist', 'electron'), '');
};

/** A download script that notes each run in `runs` and then does as told. */
const writeDownloadScript = (then: string) =>
  writeFileSync(
    join(packageFolder, 'install.js'),
    `const fs = require('fs'); const path = require('path'); const at = (name) => path.join(__dirname, name);
     fs.appendFileSync(at('runs'), 'x'); ${then}`,
  );
const runs = () => (existsSync(join(packageFolder, 'runs')) ? readFileSync(join(packageFolder, 'runs'), 'utf8') : '');

const obtain = (nowMs: number) => obtainRuntime({ packageFolder, failureStamp, limitMs: 4000, nowMs });

test('a runtime is found where path.txt and what it names are there', () => {
  expect(findRuntime(packageFolder, {})).toBeNull();
  writeFileSync(join(packageFolder, 'path.txt'), 'electron');
  expect(findRuntime(packageFolder, {})).toBeNull();
  install();
  expect(findRuntime(packageFolder, {})).toBe(join(packageFolder, 'dist', 'electron'));
});

test('a present runtime is not downloaded again', async () => {
  writeDownloadScript('');
  install();
  expect(await obtain(0)).toBe(join(packageFolder, 'dist', 'electron'));
  expect(runs()).toBe('');
});

test('a download that succeeds gives its runtime', async () => {
  writeDownloadScript(
    `fs.mkdirSync(at('dist')); fs.writeFileSync(at('dist/electron'), ''); fs.writeFileSync(at('path.txt'), 'electron');`,
  );
  expect(await obtain(0)).toBe(join(packageFolder, 'dist', 'electron'));
});

test('a download that never ends is ended with all its processes, and not tried again for a day', async () => {
  writeDownloadScript(
    `const child = require('child_process').spawn(process.execPath, ['-e', 'setInterval(() => 0, 1000)']);
     fs.writeFileSync(at('child'), String(child.pid)); setInterval(() => 0, 1000);`,
  );
  expect(await obtain(1000)).toBeNull();
  const child = Number(readFileSync(join(packageFolder, 'child'), 'utf8'));
  await expect.poll(() => isRunning(child)).toBe(false);
  expect(await obtain(1000 + RETRY_AFTER_MS - 1)).toBeNull();
  expect(runs()).toBe('x');
});

test('a download that fails is tried again after a day, or for another version', async () => {
  writeDownloadScript('process.exit(1);');
  expect(await obtain(0)).toBeNull();
  expect(await obtain(RETRY_AFTER_MS)).toBeNull();
  expect(runs()).toBe('xx');
  rememberFailure(failureStamp, '45.0.0', 0);
  const stamp = readFileSync(failureStamp, 'utf8');
  expect(isRecentFailure(stamp, '45.0.0', 1)).toBe(true);
  expect(isRecentFailure(stamp, '46.0.0', 1)).toBe(false);
});

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !isZombie(pid);
  } catch {
    return false;
  }
}

/** An orphan that nobody reaps, in a container without an init process, still answers signals. */
function isZombie(pid: number): boolean {
  const stat = `/proc/${pid}/stat`;
  return existsSync(stat) && readFileSync(stat, 'utf8').includes(') Z ');
}
