/** `crossline convert` killed, interrupted and out of room: no file under the final name, and a rerun goes on to the very same file. */
import { spawn, execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundleForTest } from '../jobs/bundle-for-test.ts';
import { addonLocations } from '../native/addon-location.ts';
import { writeSlabCube } from './fixtures/slab-cube.ts';

const LIMIT_MS = 120_000;
/** Fewer than the two layouts' 240 MB, more than the first slab's 64. */
const TOO_FEW_MEGABYTES = 150;

let folder: string;
let bundle: string;
let from: string;
/** SHA-256 of what an undisturbed conversion writes. */
let whole: string;

const digest = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex');

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'crossline-interrupted-'));
  from = join(folder, 'slabs.sgy');
  writeSlabCube(from);
  bundle = await bundleForTest(new URL('./main.ts', import.meta.url));
  const { code } = await start(['convert', from, join(folder, 'whole.h5')]).ended;
  expect(code).toBe(0);
  whole = digest(join(folder, 'whole.h5'));
}, LIMIT_MS);

afterAll(() => {
  rmSync(folder, { recursive: true });
  rmSync(dirname(bundle), { recursive: true });
});

/** @param limit what a shell does first, in the same process */
function start(words: readonly string[], limit = ':') {
  const addon = addonLocations({}).find((path) => existsSync(path));
  const env = { ...process.env, ...(addon !== undefined && { CROSSLINE_ADDON: addon }) };
  const shell = ['-c', `${limit}; exec "$0" "$@"`, process.execPath, bundle, ...words];
  const child = spawn('bash', shell, { cwd: folder, env });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (said += text));
  }
  const ended = once(child, 'close').then(([code, signal]) => ({
    code: code as number | null,
    signal: signal as string | null,
    said,
  }));
  return { child, ended };
}

async function slabsOf(to: string): Promise<number> {
  try {
    const journal = JSON.parse(await readFile(`${to}.partial.json`, 'utf8')) as { readonly slabs: unknown[] };
    return journal.slabs.length;
  } catch {
    return 0;
  }
}

/** Ends it once so many slabs are finished. */
async function endAfter(to: string, slabs: number, signal: 'SIGKILL' | 'SIGINT') {
  const { child, ended } = start(['convert', from, to]);
  while (child.exitCode === null && (await slabsOf(to)) < slabs) await sleep(1);
  child.kill(signal);
  return await ended;
}

/** A run that nothing disturbs writes the very same file, and says what it found. */
async function expectGoesOn(to: string, least: 0 | 1): Promise<void> {
  expect(existsSync(to)).toBe(false);
  const kept = await slabsOf(to);
  expect(kept).toBeGreaterThanOrEqual(least);
  const { code, said } = await start(['convert', from, to]).ended;
  expect(code).toBe(0);
  if (kept > 0) expect(said).toContain(`, of which ${kept} of 4 parts were there`);
  expect(said).toMatch(/^Peak memory: \d+(\.\d+)? MB$/m);
  expect(digest(to)).toBe(whole);
  expect([existsSync(`${to}.partial`), existsSync(`${to}.partial.json`)]).toEqual([false, false]);
  rmSync(to);
}

describe('a conversion', { timeout: LIMIT_MS }, () => {
  it('that is killed, and killed again, goes on behind its last finished slab', async () => {
    const to = join(folder, 'killed.h5');
    expect(await endAfter(to, 1, 'SIGKILL')).toMatchObject({ signal: 'SIGKILL' });
    expect(existsSync(to)).toBe(false);
    expect(await endAfter(to, 2, 'SIGKILL')).toMatchObject({ signal: 'SIGKILL' });
    await expectGoesOn(to, 1);
  });

  it('that is killed before anything is finished begins anew', async () => {
    const to = join(folder, 'early.h5');
    const { child, ended } = start(['convert', from, to]);
    while (!existsSync(`${to}.partial`)) await sleep(1);
    child.kill('SIGKILL');
    await ended;
    expect(existsSync(to)).toBe(false);
    const { code } = await start(['convert', from, to]).ended;
    expect([code, digest(to)]).toEqual([0, whole]);
    rmSync(to);
  });

  it('that is interrupted by Ctrl-C ends by itself, and goes on when it is started again', async () => {
    const to = join(folder, 'interrupted.h5');
    const { code, said } = await endAfter(to, 1, 'SIGINT');
    expect([code, said]).toEqual([1, expect.stringContaining('Cancelled.')]);
    await expectGoesOn(to, 1);
  });

  it('that may write no larger file says so, and goes on when it may', async () => {
    const to = join(folder, 'limited.h5');
    const { code, said } = await start(['convert', from, to], `ulimit -f ${TOO_FEW_MEGABYTES * 1024}`).ended;
    expect([code, said]).toEqual([1, expect.stringMatching(/The disk of .*limited\.h5.* is full/)]);
    expect(existsSync(to)).toBe(false);
    // Time slices reach over the whole file from the first slab on, so none was finished.
    await expectGoesOn(to, 0);
  });

  it('that fills its disk says so, and goes on when there is room', async (context) => {
    const disk = join(folder, 'disk');
    mkdirSync(disk);
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${TOO_FEW_MEGABYTES}m`, 'tmpfs', disk], { stdio: 'pipe' });
    } catch {
      context.skip('this system lets the test mount no small disk');
    }
    try {
      const to = join(disk, 'full.h5');
      const { code, said } = await start(['convert', from, to]).ended;
      expect([code, said]).toEqual([1, expect.stringMatching(/The disk of .*full\.h5.* is full/)]);
      expect(existsSync(to)).toBe(false);
      execFileSync('mount', ['-o', `remount,size=400m`, disk]);
      await expectGoesOn(to, 1);
    } finally {
      execFileSync('umount', ['-l', disk]);
    }
  });
});
