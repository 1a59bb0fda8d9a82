/** Colour map, clip, gain and polarity change the picture and read nothing. */
import { observeEngine } from '../fixtures/engine-observer.ts';
import { differingShare } from '../fixtures/pixels.ts';
import { sampleCube } from '../fixtures/survey-files.ts';
import { expect, test } from '../fixtures/test.ts';
import { ViewerPage } from '../pages/viewer.ts';

test('display settings change the pixels and the read counters stay', async ({ open, host }) => {
  test.skip(host === 'electron', 'reads the counters through the local host’s address');
  const { page, localHost } = await open({ files: [sampleCube().path] });
  const { section, display } = new ViewerPage(page);
  await section.settled();
  const engine = await observeEngine(localHost!.address);
  // The neighbours that are read ahead of time belong to the opening.
  await expect.poll(async () => (await engine.calls.listJobs()).length).toBe(0);
  await section.settled();
  const before = await engine.calls.readCounters();
  const shownId = await section.shownId();

  const steps: readonly (readonly [string, () => Promise<void>])[] = [
    ['colour map', () => display.chooseColormap('Viridis')],
    ['clip', () => display.setClipPercentile(80)],
    ['limit on the histogram', () => display.dragClipHandle(40)],
    ['gain', () => display.setGain(4)],
    ['polarity', () => display.setPolarity('Reversed')],
    ['interpolation', () => display.setInterpolation('Exact')],
  ];
  let earlier = await section.pixels();
  for (const [name, change] of steps) {
    await change();
    const now = await section.pixels();
    expect(differingShare(earlier, now), `share of pixels that the ${name} changes`).toBeGreaterThan(0.02);
    earlier = now;
  }

  const after = await engine.calls.readCounters();
  engine.close();
  expect(after).toMatchObject({ slicesRead: before.slicesRead, bytesRead: before.bytesRead });
  expect(after.cacheHits).toBe(before.cacheHits);
  expect(await section.shownId()).toBe(shownId);
});
