/** The section's toolbar, wheel and drag: what they do to the view, they undo, and they read nothing. */
import { observeEngine } from '../fixtures/engine-observer.ts';
import { differingShare } from '../fixtures/pixels.ts';
import { sampleCube } from '../fixtures/survey-files.ts';
import { expect, test } from '../fixtures/test.ts';
import { ViewerPage } from '../pages/viewer.ts';

test('zoom, pan and aspect keep the place under the pointer, and the whole section comes back', async ({
  open,
  host,
}) => {
  test.skip(host === 'electron', 'reads the counters through the local host’s address');
  const { page, localHost } = await open({ files: [sampleCube().path] });
  const { section, cursor } = new ViewerPage(page);
  await section.settled();
  const engine = await observeEngine(localHost!.address);
  await section.settled();
  const before = await engine.calls.readCounters();
  const whole = await section.pixels();
  const picture = { across: 108, down: 375 };
  const pointed = { across: 30, down: 100 };

  await section.pointAt(pointed, picture);
  await expect.poll(() => cursor.values()).toMatchObject({ crossline: 3431, vertical: 400 });
  await page.mouse.wheel(0, -600);
  // The place stays while its neighbours move away.
  await expect.poll(async () => differingShare(whole, await section.pixels())).toBeGreaterThan(0.3);
  await section.pointAt(pointed, picture);
  await expect.poll(() => cursor.values()).toMatchObject({ crossline: 3431, vertical: 400 });

  await page.mouse.down();
  const box = (await section.canvas.boundingBox())!;
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 4 });
  await page.mouse.up();
  await expect.poll(() => cursor.values()).toMatchObject({ crossline: 3431, vertical: 400 });
  await section.tool('Show all of it').click();
  await expect.poll(async () => differingShare(whole, await section.pixels())).toBe(0);

  const changes = [() => section.tool('Zoom in').click(), () => section.chooseAspect('True')];
  for (const change of changes) {
    await change();
    await expect.poll(async () => differingShare(whole, await section.pixels())).toBeGreaterThan(0.1);
    await section.chooseAspect('Fit');
    await section.tool('Show all of it').click();
    await expect.poll(async () => differingShare(whole, await section.pixels())).toBe(0);
  }
  const after = await engine.calls.readCounters();
  engine.close();
  expect(after).toMatchObject({ slicesRead: before.slicesRead, bytesRead: before.bytesRead });
});
