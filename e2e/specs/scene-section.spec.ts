/** The section scene in a real browser: its pixels, its memory, and when it draws. */
import type { Page } from '@playwright/test';
import type { SectionHarness } from '../harness/section.ts';
import { openScenePage } from '../fixtures/scene-page.ts';
import { expect, test } from '../fixtures/test.ts';

declare global {
  var harness: SectionHarness;
}

/** Frames that the page draws until nothing changes any more. */
const settle = (page: Page) => page.waitForTimeout(300);

test.beforeEach(async ({ page, consoleGuard }) => {
  await openScenePage(page, consoleGuard, 'section');
});

for (const orientation of ['inline', 'crossline', 'sample'] as const) {
  test(`${orientation}: every pixel is the twin's, for all colour maps, displays, dead traces and NaN`, async ({
    page,
  }) => {
    const { compared, differing } = await page.evaluate((name) => harness.compareWithTwin(name), orientation);
    expect(compared).toBeGreaterThan(100_000);
    expect(differing).toBe(0);
  });
}

test('smooth: cells keep their own colour in their middle beside NaN, and blend between', async ({ page }) => {
  const { wrong, between } = await page.evaluate(() => harness.smoothCentres());
  expect(wrong).toBe(0);
  expect(between).toEqual([128, 140, 153, 166, 179, 192]);
});

test('smooth: what is smaller than a pixel is averaged, and dead traces stay visible', async ({ page }) => {
  const { live, dead, absent } = await page.evaluate(() => ({ ...harness.reducedGreys(), absent: harness.absentRed }));
  expect(live).toEqual([128]);
  expect(dead).toEqual([absent]);
});

test('traces longer than a texture are cut into tiles without a seam', async ({ page }) => {
  const { textures, compared, wrong } = await page.evaluate(() => harness.longTraces(60_000));
  expect(textures).toBeGreaterThanOrEqual(3);
  expect(compared).toBeGreaterThan(20_000);
  expect(wrong).toBe(0);
});

test('GPU memory stays level over 50 pictures and is given back by 50 scenes', async ({ page }) => {
  const { steady, cleared, disposed } = await page.evaluate(() => harness.memory());
  expect(new Set(steady).size).toBe(1);
  expect(cleared).toBeLessThan(steady[0]!);
  expect(new Set(disposed)).toEqual(new Set([0]));
});

test('draws on demand, uploads only pictures, and never shows an older one after a newer one', async ({ page }) => {
  const pictures = await page.evaluate(async () => {
    const { scene, reports } = harness.openSection(80, 60, { inlines: 9, crosslines: 8, samples: 6 });
    /** Until 250 ms without a frame; their number in the last 250 ms. A loop that ran freely would never rest. */
    const rest = async (): Promise<number> => {
      let frames = 1;
      for (let tries = 0; frames > 0 && tries < 20; tries += 1) {
        const before = reports.length;
        await new Promise((resolve) => setTimeout(resolve, 250));
        frames = reports.length - before;
      }
      return frames;
    };
    const show = (requestId: number, index: number) =>
      scene.setSlice(
        harness.createPicture(requestId, harness.planeOf('inline', index), [8, 6], () => index / 10),
        'inline',
      );
    const idleFrames = await rest();
    show(5, 3);
    await rest();
    const newer = scene.readPixels().rgba[0];
    show(4, 9);
    await rest();
    const afterOlder = scene.readPixels().rgba[0];
    const beforeDisplay = reports.length;
    scene.setDisplay(harness.display({ gain: 2 }));
    await rest();
    const displayFrames = reports.slice(beforeDisplay);
    return { idleFrames, newer, afterOlder, displayFrames, reports };
  });
  expect(pictures.idleFrames).toBe(0);
  expect(pictures.afterOlder).toBe(pictures.newer);
  expect(pictures.displayFrames.length).toBeGreaterThan(0);
  for (const frame of pictures.displayFrames) expect(frame).toMatchObject({ requestIds: [], uploadMs: 0 });

  const shown = pictures.reports.filter(({ requestIds }) => requestIds.length > 0);
  expect(shown.flatMap(({ requestIds }) => requestIds)).toEqual([5]);
  expect(shown[0]!.uploadMs).toBeGreaterThan(0);
  expect(shown[0]!.drawMs).toBeGreaterThan(0);
  const presented = pictures.reports.map(({ presentedAt }) => presentedAt);
  expect(presented).toEqual([...presented].sort((a, b) => a - b));
});

test('shows the same picture again after the GPU context was lost', async ({ page, consoleGuard }) => {
  consoleGuard.allow(/Context (Lost|Restored)/i);
  const { before, after } = await page.evaluate(async () => {
    const { scene, canvas } = harness.openSection(80, 60, { inlines: 9, crosslines: 8, samples: 6 });
    const plane = harness.planeOf('inline', 1);
    scene.setSlice(
      harness.createPicture(1, plane, [8, 6], (row, column) => (row - column) / 8),
      'inline',
    );
    const pixels = () => [...scene.readPixels().rgba];
    const seen = pixels();
    const extension = canvas.getContext('webgl2')!.getExtension('WEBGL_lose_context')!;
    const restored = new Promise((resolve) => canvas.addEventListener('webglcontextrestored', resolve));
    extension.loseContext();
    await new Promise((resolve) => setTimeout(resolve, 50));
    extension.restoreContext();
    await restored;
    return { before: seen, after: pixels() };
  });
  expect(new Set(before).size).toBeGreaterThan(5);
  expect(after).toEqual(before);
});

test('the wheel zooms to the pointer, a drag pans, a double click shows all again', async ({ page }) => {
  await page.evaluate(() => {
    const opened = harness.openSection(400, 300, { inlines: 9, crosslines: 100, samples: 150 });
    opened.scene.setSlice(
      harness.createPicture(1, harness.planeOf('inline', 1), [100, 150], () => 0),
      'inline',
    );
    Object.assign(window, { opened });
  });
  const pickAt = (x: number, y: number) =>
    page.evaluate(
      (point) =>
        (window as unknown as { opened: ReturnType<SectionHarness['openSection']> }).opened.scene.pick(...point),
      [x, y] as const,
    );
  const whole = await pickAt(100, 90);
  expect(whole).toMatchObject({ nearestRow: 25, nearestColumn: 45 });
  await page.mouse.move(100, 90);
  await page.mouse.wheel(0, -600);
  await settle(page);
  const zoomed = await pickAt(100, 90);
  expect(zoomed!.row).toBeCloseTo(whole!.row, 6);
  expect((await pickAt(110, 90))!.row - zoomed!.row).toBeLessThan(1.5);
  await page.mouse.down();
  await page.mouse.move(160, 90, { steps: 3 });
  await page.mouse.up();
  expect((await pickAt(160, 90))!.row).toBeCloseTo(zoomed!.row, 6);
  await page.mouse.dblclick(160, 90);
  expect((await pickAt(100, 90))!.row).toBeCloseTo(whole!.row, 6);
});
