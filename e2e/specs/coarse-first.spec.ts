/** Time slices that take long: how long is told first, a coarse picture comes at once, and moving on gives up the rest. */
import { copyFile, mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { expectReadable } from '../fixtures/readable.ts';
import { runFolder } from '../fixtures/run-files.ts';
import { sampleCube } from '../fixtures/survey-files.ts';
import { expect, test } from '../fixtures/test.ts';
import { traceWire, type WireTrace } from '../fixtures/wire-trace.ts';
import { CubeFilePage } from '../pages/cube-file.ts';
import { ViewerPage } from '../pages/viewer.ts';

/** 24,000 traces of a tenth of a millisecond each: 2.4 s a time slice. */
const SLOW = 'synthetic:?inlines=200&crosslines=120&samples=150&traceUs=100&seed=7';

/** Every how many rows were asked for of time slice `index`, in order; coarse stand-ins for late pictures apart. */
const stepsOf = ({ requests }: WireTrace, index: number): number[] =>
  requests
    .filter(({ stream, plane }) => stream === 'sample' && plane.index === index)
    .map(({ decimation }) => decimation.rows);

test('a slow one says how long before it starts, is shown coarse at once, and refined until it is exact', async ({
  open,
  host,
}) => {
  test.skip(host === 'electron', 'listens to the socket between page and local host');
  const { page } = await open({ args: ['--synthetic'], files: [SLOW] });
  const wire = await traceWire(page);
  await page.reload();
  const { section, position } = new ViewerPage(page);
  const note = page.getByTestId('slice-wait');
  await section.settled();
  await expect(note).toHaveCount(0, { timeout: 20_000 });
  await section.choosePlane('Time');
  await section.settled();
  const shownIds = await section.recordShownIds();
  const before = await section.shownId();
  await position.type('sample', 100);
  await expect(note).toContainText(/Time 100 ms takes about \d s from /);
  await expect.poll(() => section.shownId()).toBeGreaterThan(before);
  await expectReadable(page, 'coarse-first');
  await expect(note).toHaveCount(0, { timeout: 20_000 });
  const last = await section.settled();
  expect(last % 2).toBe(0);
  expect((await shownIds()).at(-1)).toBe(last);
  // Asked for whole, refused, then refined; how coarse it begins follows from how long it was found to take.
  const steps = stepsOf(wire, 25);
  expect([steps[0], ...steps.slice(-3)]).toEqual([1, 4, 2, 1]);
});

test('moving on gives up what is still being read', async ({ open, host }) => {
  test.skip(host === 'electron', 'listens to the socket between page and local host');
  const { page } = await open({ args: ['--synthetic'], files: [SLOW] });
  const wire = await traceWire(page);
  await page.reload();
  const { section, position } = new ViewerPage(page);
  const note = page.getByTestId('slice-wait');
  await section.settled();
  await section.choosePlane('Time');
  await expect(note).toHaveCount(0, { timeout: 20_000 });
  await position.type('sample', 100);
  await expect(note).toHaveAttribute('data-every', '1', { timeout: 20_000 });
  await position.type('sample', 200);
  await expect(note).toContainText('Time 200 ms');
  await expect(note).toHaveCount(0, { timeout: 20_000 });
  const exactOf = (index: number): number =>
    wire.replies.filter(({ plane, decimation }) => plane.index === index && decimation.rows === 1).length;
  expect([exactOf(25), exactOf(50)]).toEqual([0, 1]);
});

test('a time slice of a cube file is not kept waiting by a coarse one', async ({ open, host }) => {
  test.skip(host === 'electron', 'listens to the socket between page and local host');
  const path = join(await mkdtemp(join(runFolder(), 'coarse-')), 'sample.sgy');
  await copyFile(sampleCube().path, path);
  const { page } = await open({ files: [path], env: { CROSSLINE_SLOW_SLICE_MS: '0' } });
  const wire = await traceWire(page);
  await page.reload();
  const { section, position } = new ViewerPage(page);
  const cube = new CubeFilePage(page);
  await section.settled();
  await section.choosePlane('Time');
  await section.showing(() => position.type('sample', 400));
  await expect.poll(() => stepsOf(wire, 100)).toEqual([1, 2, 1]);
  await cube.acceptOffer();
  await cube.expectStatus('serving');
  await cube.hide();
  await section.showing(() => position.type('sample', 800));
  expect(stepsOf(wire, 200)).toEqual([1]);
});
