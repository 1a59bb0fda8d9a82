/** A lock between processes, so that two commands started together do not build or install into one another. */
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

const POLL_MS = 100;

/** Takes the lock by linking a complete file to its name: nobody ever sees one that does not yet say whose it is. */
function tryToTake(file) {
  const own = `${file}.${process.pid}`;
  writeFileSync(own, String(process.pid));
  try {
    linkSync(own, file);
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    return false;
  } finally {
    rmSync(own);
  }
}

/** Whether the process that took the lock still runs. A lock that has just gone counts as free. */
function isHeld(file) {
  try {
    process.kill(Number(readFileSync(file, 'utf8')), 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** Runs `action` while holding `file`; waits for whoever holds it, and takes over from a process that died. */
export async function withLock(file, action) {
  mkdirSync(dirname(file), { recursive: true });
  while (!tryToTake(file)) {
    if (!isHeld(file)) rmSync(file, { force: true });
    else await delay(POLL_MS);
  }
  try {
    return await action();
  } finally {
    rmSync(file, { force: true });
  }
}
