/**
 * The Electron runtime, without ever importing `electron`: from version 42 on, loading the package under plain Node starts
 * the download and waits for it, which a proxy that swallows packets makes endless.
 */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { spawn } from 'node:child_process';
import { readStamp, writeStamp } from '../stamp.mjs';

/** All that a download may take before the local host opens instead, in ms (the bound for the decision). */
export const DOWNLOAD_LIMIT_MS = 20_000;
/** For how long a failed download is not tried again, in ms: one day. */
export const RETRY_AFTER_MS = 24 * 3600 * 1000;

/** Folder of the npm package, which is there even where the runtime is not. */
export const electronPackageFolder = () => dirname(createRequire(import.meta.url).resolve('electron/package.json'));

/** Path of the runtime's executable; null where it was not downloaded. */
export function findRuntime(packageFolder, env = process.env) {
  const override = env.ELECTRON_OVERRIDE_DIST_PATH;
  const pathFile = join(packageFolder, 'path.txt');
  if (!existsSync(pathFile) && override === undefined) return null;
  const name = existsSync(pathFile) ? readFileSync(pathFile, 'utf8') : 'electron';
  const executable = join(override ?? join(packageFolder, 'dist'), name);
  return existsSync(executable) ? executable : null;
}

/** Whether a failed attempt for this version is too recent to repeat. `stamp` is what `rememberFailure` wrote, or null. */
export function isRecentFailure(stamp, version, nowMs) {
  if (stamp === null) return false;
  const failure = JSON.parse(stamp);
  return failure.version === version && nowMs - failure.atMs < RETRY_AFTER_MS;
}

export const rememberFailure = (file, version, nowMs) => writeStamp(file, JSON.stringify({ version, atMs: nowMs }));

/** Runs the package's download script in a process group of its own, which is ended after `limitMs`. Resolves with whether it succeeded. */
export function download(script, limitMs) {
  const isGroup = process.platform !== 'win32';
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [script], { stdio: 'ignore', detached: isGroup });
    const end = () => {
      if (isGroup) process.kill(-child.pid, 'SIGKILL');
      else child.kill('SIGKILL');
    };
    const timer = setTimeout(end, limitMs);
    process.once('exit', end);
    const settle = (succeeded) => {
      clearTimeout(timer);
      process.off('exit', end);
      resolve(succeeded);
    };
    child.once('error', () => settle(false));
    child.once('exit', (code) => settle(code === 0));
  });
}

/** The runtime's executable, downloaded where that succeeds in time; null otherwise, and then not tried again for a day. */
export async function obtainRuntime({ packageFolder, failureStamp, limitMs = DOWNLOAD_LIMIT_MS, nowMs = Date.now() }) {
  const present = findRuntime(packageFolder);
  if (present !== null) return present;
  const { version } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8'));
  if (isRecentFailure(readStamp(failureStamp), version, nowMs)) return null;
  if (await download(join(packageFolder, 'install.js'), limitMs)) return findRuntime(packageFolder);
  rememberFailure(failureStamp, version, nowMs);
  return null;
}
