/** 2D lines and crossings in the 3D scene, and a cube along a line. */
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { FencesHarness } from '../harness/fences.ts';
import { sampleFolder } from '../fixtures/run-files.ts';
import { openScenePage } from '../fixtures/scene-page.ts';
import { sampleCube } from '../fixtures/survey-files.ts';
import { expect, test } from '../fixtures/test.ts';
import { ViewerPage } from '../pages/viewer.ts';

interface HarnessWindow {
  readonly harness: FencesHarness;
  opened: ReturnType<FencesHarness['openForPointer']>;
}

test.describe('the scene', () => {
  test.beforeEach(async ({ page, consoleGuard }) => {
    await openScenePage(page, consoleGuard, 'fences');
  });

  for (const hasCube of [true, false]) {
    const where = hasCube ? 'in a cube' : 'alone';
    for (const decimation of [
      { rows: 1, columns: 1 },
      { rows: 4, columns: 5 },
    ]) {
      test(`lines ${where} show their samples at their true place and time (every ${decimation.rows}th trace)`, async ({
        page,
      }) => {
        const found = await page.evaluate(
          ({ cube, every }) => (window as unknown as HarnessWindow).harness.colours(cube, every),
          { cube: hasCube, every: decimation },
        );
        expect(Object.keys(found).sort()).toEqual(['one', 'two']);
        for (const { seen, wrong } of Object.values(found)) {
          expect(seen).toBeGreaterThan(300);
          // Outlines, and the box in front of a few.
          expect(wrong).toBeLessThan(0.05 * seen);
        }
      });
    }

    test(`large UTM coordinates change no pixel of lines ${where}, and the camera sees all of them`, async ({
      page,
    }) => {
      const { differing, coloured } = await page.evaluate(
        (cube) => (window as unknown as HarnessWindow).harness.differingPixelsInUtm(cube),
        hasCube,
      );
      expect(coloured).toBeGreaterThan(20_000);
      expect(differing).toBe(0);
      expect(
        await page.evaluate((cube) => (window as unknown as HarnessWindow).harness.cornersOutside(cube), hasCube),
      ).toBe(0);
    });
  }

  test('crossings stand in their colour, and are picked', async ({ page }) => {
    const { changed, inColour, picked } = await page.evaluate(() =>
      (window as unknown as HarnessWindow).harness.posts(),
    );
    expect(changed).toBeGreaterThan(100);
    expect(inColour).toBeGreaterThan(0.95 * changed);
    // Two of the three are hidden by nothing.
    expect(picked.filter(({ index, picked: found }) => found === index).length).toBeGreaterThanOrEqual(2);
    expect(picked.filter(({ index, picked: found }) => found !== null && found !== index)).toEqual([]);
  });

  test('a click on a line tells so, a drag over it turns the view', async ({ page }) => {
    const point = await page.evaluate(() => {
      const harnessWindow = window as unknown as HarnessWindow;
      harnessWindow.opened = harnessWindow.harness.openForPointer();
      return harnessWindow.opened.place('one', 60, 250);
    });
    await page.mouse.click(point!.x, point!.y);
    const told = () => page.evaluate(() => (window as unknown as HarnessWindow).opened.told.splice(0));
    expect((await told()).at(-1)).toBe('click one');
    await expect(page.getByTestId('scene-tip')).toHaveText('Line one');
    await page.mouse.down();
    await page.mouse.move(point!.x + 90, point!.y + 20, { steps: 4 });
    await page.mouse.up();
    expect((await told()).filter((what) => what.startsWith('click'))).toEqual([]);
    const turned = await page.evaluate(() => (window as unknown as HarnessWindow).opened.place('two', 0, 100));
    await page.mouse.dblclick(5, 5);
    const back = await page.evaluate(() => (window as unknown as HarnessWindow).opened.place('two', 0, 100));
    expect(Math.hypot(turned!.x - back!.x, turned!.y - back!.y)).toBeGreaterThan(10);
  });

  test('what lines hold on the GPU is given back', async ({ page }) => {
    const held = await page.evaluate(() => (window as unknown as HarnessWindow).harness.memory());
    expect(new Set(held.slice(1)).size).toBe(1);
  });
});

test.describe('in the viewer', () => {
  const line = (name: string): string => join(sampleFolder(), `${name}.sgy`);
  /** One east-west line and three that cross it. */
  const LINES = ['cl03-301', 'cl85-101', 'cl85-104', 'cl94-201'];

  /** Share of the canvas's pixels that differ from the one near its upper left corner, which is background. */
  async function filledShare(page: Page, testId: string): Promise<number> {
    const png = await page.getByTestId(testId).screenshot();
    return await page.evaluate(
      async (bytes) => {
        const bitmap = await createImageBitmap(new Blob([Uint8Array.from(bytes)], { type: 'image/png' }));
        const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
        const context = canvas.getContext('2d')!;
        context.drawImage(bitmap, 0, 0);
        const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height);
        const first = (10 * bitmap.width + 10) * 4;
        let filled = 0;
        for (let at = 0; at < data.length; at += 4) {
          if ([0, 1, 2].some((channel) => Math.abs(data[at + channel]! - data[first + channel]!) > 12)) filled += 1;
        }
        return filled / (data.length / 4);
      },
      [...png],
    );
  }

  test('lines stand in the scene, alone and among slices, and a click looks at one', async ({ open }) => {
    const { page } = await open({ files: LINES.map(line) });
    const { section, scene } = new ViewerPage(page);
    await section.settled();
    // Where only lines are open, the map lies before it.
    await page.getByRole('tab', { name: '3D', exact: true }).click();
    // A scene of lines alone: the one that is looked at.
    await expect(scene.canvas).toBeVisible();
    await expect.poll(() => filledShare(page, 'scene-canvas'), { timeout: 15_000 }).toBeGreaterThan(0.05);
    const one = await filledShare(page, 'scene-canvas');
    await page.keyboard.press('l');
    await expect(scene.toolbar.getByRole('combobox', { name: '2D lines' })).toHaveText('All lines');
    await expect.poll(() => filledShare(page, 'scene-canvas'), { timeout: 15_000 }).toBeGreaterThan(one * 1.2);
    await page.keyboard.press('l');
    await expect(page.getByRole('button', { name: 'Show the line in 3D' })).toBeVisible();
    await page.getByRole('button', { name: 'Show the line in 3D' }).click();
    await page.keyboard.press('l');

    // The pointer over a line names it, reads it, and a click looks at it.
    const box = (await scene.canvas.boundingBox())!;
    let named = '';
    for (let k = 0; k < 60 && named === ''; k += 1) {
      await page.mouse.move(
        box.x + box.width * (0.3 + 0.4 * ((k * 0.37) % 1)),
        box.y + box.height * (0.4 + 0.2 * ((k * 0.61) % 1)),
      );
      const tip = page.getByTestId('scene-tip');
      const text = (await tip.isVisible()) ? ((await tip.textContent()) ?? '') : '';
      const active = await section.canvas.getAttribute('aria-label');
      if (text !== '' && !text.includes('×') && active !== null) named = text;
    }
    expect(named).toMatch(/^CL\d\d-\d\d\d$/);
    await expect(page.getByTestId('cursor-readout')).toContainText('CDP');
    await page.mouse.down();
    await page.mouse.up();
    await expect(page.getByText(`${named.toLowerCase()}.sgy`).first()).toBeVisible();
    await expect(page.locator('header')).toContainText(`${named.toLowerCase()}.sgy`);
  });

  test('the cube along the line agrees with the line, follows its zoom and says what it is', async ({ open }) => {
    const { page } = await open({ files: [sampleCube().path, line('cl03-301')] });
    const { section } = new ViewerPage(page);
    await section.settled();
    await page.keyboard.press('a');
    const along = page.getByTestId('along-canvas');
    await expect(along).toBeVisible();
    await expect
      .poll(async () => Number(await along.getAttribute('data-shown-request-id')), { timeout: 15_000 })
      .toBeGreaterThan(0);
    await expect(page.getByRole('toolbar', { name: 'Cube along the line' })).toContainText('traces inside');
    await expect.poll(() => filledShare(page, 'along-canvas')).toBeGreaterThan(0.3);

    const left = (of: number) => page.getByTestId('section-axis-left').nth(of).textContent();
    await along.hover();
    await page.mouse.wheel(0, -900);
    await expect.poll(async () => (await left(0)) !== null && (await left(1))!.length > 0).toBe(true);
    // The cursor is at the same trace and time in both.
    await along.hover({ position: { x: 60, y: 60 } });
    await expect(page.getByTestId('cursor-readout')).toContainText('Inline');
    await expect(page.getByTestId('cursor-readout')).toContainText('CDP');

    await page.getByRole('toolbar', { name: 'Cube along the line' }).getByRole('radio', { name: 'Nearest' }).click();
    const before = Number(await along.getAttribute('data-shown-request-id'));
    await expect
      .poll(async () => Number(await along.getAttribute('data-shown-request-id')))
      .toBeGreaterThanOrEqual(before);
    await page.keyboard.press('a');
    await expect(along).toBeHidden();
  });
});
