/**
 * The page's speed on a cube of the caller's: `CROSSLINE_PERF_FILE=CUBE.sgy npx playwright test -c e2e/perf`. Prints the
 * benchmarks' JSON; a rate is given as the milliseconds that one slice took.
 */
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import type { Page } from '@playwright/test';
import { percentile } from '../../electron/bench/harness/statistics.ts';
import { test } from '../fixtures/test.ts';
import { ViewerPage } from '../pages/viewer.ts';
import { installProbe, readProbe, resetProbe } from './page-probe.ts';

const LOADS = 5;
const PRESSES = 60;
const HOLD_MS = 5000;
/** A press begins when the machine has come to rest after the one before, as a person's do. */
const REST_MS = 150;

/** Exact pictures have even ids, coarse ones odd. */
const isExact = (requestId: number): boolean => requestId % 2 === 0;

async function measureLoads(page: Page): Promise<number[]> {
  const firstMs: number[] = [];
  for (let load = 0; load < LOADS; load += 1) {
    await page.reload();
    await new ViewerPage(page).section.settled();
    firstMs.push((await readProbe(page)).shown[0]!.atMs);
  }
  return firstMs;
}

async function measurePresses(page: Page): Promise<number[]> {
  const { section } = new ViewerPage(page);
  await page.keyboard.press('Home');
  await section.settled();
  await resetProbe(page);
  for (let press = 0; press < PRESSES; press += 1) {
    await section.showing(() => page.keyboard.press('ArrowRight'));
    await page.waitForTimeout(REST_MS);
  }
  const { keyPresses, shown } = await readProbe(page);
  return keyPresses.flatMap((pressedMs) => {
    const picture = shown.find(({ requestId, atMs }) => atMs > pressedMs && isExact(requestId));
    return picture === undefined ? [] : [picture.atMs - pressedMs];
  });
}

/** Different lines shown in each second, after the first 300 ms. */
async function measureHeld(page: Page): Promise<number> {
  const { section } = new ViewerPage(page);
  await page.keyboard.press('Home');
  await section.settled();
  await resetProbe(page);
  await page.keyboard.down('ArrowRight');
  await page.waitForTimeout(HOLD_MS);
  await page.keyboard.up('ArrowRight');
  const { keyPresses, shown } = await readProbe(page);
  const fromMs = keyPresses[0]! + 300;
  const toMs = keyPresses[0]! + HOLD_MS;
  const lines = new Set(
    shown.filter(({ atMs }) => atMs > fromMs && atMs <= toMs).map(({ requestId }) => Math.ceil(requestId / 2)),
  );
  return (1000 * lines.size) / (toMs - fromMs);
}

test('page', async ({ open }) => {
  const file = process.env['CROSSLINE_PERF_FILE'];
  if (file === undefined) throw new Error('Set CROSSLINE_PERF_FILE to a cube, such as the medium sample.');
  const { page } = await open({ files: [file] });
  await installProbe(page);
  const loads = await measureLoads(page);
  const presses = await measurePresses(page);
  const heldPerSecond = await measureHeld(page);
  const row = (name: string, oursMs: number) => ({
    group: 'page',
    case: name,
    oursMs,
    peer: null,
    peerMs: null,
    ratio: null,
  });
  const rows = [
    row('first picture after the load began', percentile(loads, 50)),
    row('key press to picture, p50', percentile(presses, 50)),
    row('key press to picture, p95', percentile(presses, 95)),
    row('a slice while a key is held', 1000 / heldPerSecond),
  ];
  writeFileSync(1, `${JSON.stringify({ machine: cpus()[0]?.model ?? 'unknown', rows }, null, 1)}\n`);
});
