/** While a position moves: never a stale picture, never more requests than the page may have, and what is ahead is there. */
import { observeEngine } from '../fixtures/engine-observer.ts';
import { sampleCube, syntheticSurvey } from '../fixtures/survey-files.ts';
import { expect, test } from '../fixtures/test.ts';
import { delayExactSlices } from '../fixtures/slow-wire.ts';
import { traceWire } from '../fixtures/wire-trace.ts';
import { ViewerPage } from '../pages/viewer.ts';

const isIncreasing = (ids: readonly number[]): boolean => ids.every((id, index) => index === 0 || id > ids[index - 1]!);

test('with slices that take 0 to 300 ms at random, no older picture follows a newer one', async ({ open }) => {
  const { page } = await open({ args: ['--synthetic'], files: [syntheticSurvey('0-300')] });
  const { section, position } = new ViewerPage(page);
  await section.settled();
  const shownIds = await section.recordShownIds();
  for (let step = 0; step < 40; step += 1) {
    await page.keyboard.press(step % 10 === 9 ? 'ArrowLeft' : 'ArrowRight');
    await page.waitForTimeout(30);
  }
  await section.settled();
  const ids = await shownIds();
  expect(ids.length).toBeGreaterThan(3);
  expect(isIncreasing(ids), ids.join(' ')).toBe(true);
  expect(await section.label()).toBe(`Section: Inline ${await position.value('inline')}`);
  expect(await position.value('inline')).toBeGreaterThan(120);
});

test('a coarse picture comes first where the exact one takes over 100 ms', async ({ open, host }) => {
  test.skip(host === 'electron', 'delays what comes through the socket between page and local host');
  const { page } = await open({ args: ['--synthetic'], files: [syntheticSurvey('0-0')] });
  await delayExactSlices(page, 500);
  await page.reload();
  const { section, position } = new ViewerPage(page);
  await section.settled();
  const shownIds = await section.recordShownIds();
  // Far from what is read ahead.
  await section.showing(() => position.type('inline', 20));
  const ids = await shownIds();
  expect(ids).toHaveLength(2);
  expect(isIncreasing(ids)).toBe(true);
});

test('a held key steps by animation frames and keeps at most one exact request in flight', async ({ open, host }) => {
  test.skip(host === 'electron', 'listens to the socket between page and local host');
  const { page } = await open({ files: [sampleCube().path] });
  const wire = await traceWire(page);
  await page.reload();
  const { section, position } = new ViewerPage(page);
  await section.settled();
  await position.type('inline', 0);
  await section.settled();
  const first = await position.value('inline');
  const requestsBefore = wire.requests.length;
  await page.keyboard.down('ArrowRight');
  await expect.poll(() => position.value('inline')).toBeGreaterThan(first + 20);
  await page.keyboard.up('ArrowRight');
  await section.settled();

  const asked = wire.requests.slice(requestsBefore).filter(({ stream }) => stream === 'inline');
  expect(asked.length).toBeGreaterThan(5);
  expect(wire.mostInFlight('inline')).toBe(1);
  expect(wire.mostInFlight('inline:coarse')).toBeLessThanOrEqual(1);
  const indices = asked.map(({ plane }) => plane.index);
  expect(isIncreasing(indices), indices.join(' ')).toBe(true);
});

test('steps in one direction find their slices read ahead', async ({ open, host }) => {
  test.skip(host === 'electron', 'reads the counters through the local host’s address');
  const { page, localHost } = await open({ files: [sampleCube().path] });
  const { section } = new ViewerPage(page);
  await section.settled();
  const engine = await observeEngine(localHost!.address);
  const before = await engine.calls.readCounters();
  for (let step = 0; step < 6; step += 1) await section.showing(() => page.keyboard.press('ArrowRight'));
  const after = await engine.calls.readCounters();
  engine.close();
  // The first two steps tell the direction.
  expect(after.prefetchHits - before.prefetchHits).toBeGreaterThanOrEqual(4);
});
