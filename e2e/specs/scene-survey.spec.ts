/** The 3D scene in a real browser: its pixels, its memory, its labels and its pointer. */
import type { Page } from '@playwright/test';
import type { PlaneOrientation } from '../../renderer/scene/scene-events.ts';
import type { SurveyPosition } from '../../renderer/scene/survey-position.ts';
import type { SurveyHarness } from '../harness/survey.ts';
import { layoutFaults } from '../fixtures/layout.ts';
import { openScenePage } from '../fixtures/scene-page.ts';
import { expect, test } from '../fixtures/test.ts';

type Opened = ReturnType<SurveyHarness['openWith']>;

/** What the page's script put on `window`. */
interface HarnessWindow {
  readonly harness: SurveyHarness;
  opened: Opened;
}

test.beforeEach(async ({ page, consoleGuard }) => {
  await openScenePage(page, consoleGuard, 'survey');
});

const openWith = (page: Page, orientation: PlaneOrientation) =>
  page.evaluate((name) => {
    const harnessWindow = window as unknown as HarnessWindow;
    harnessWindow.opened = harnessWindow.harness.openWith(name);
  }, orientation);

const canvasPoint = async (page: Page, position: SurveyPosition) => {
  const point = await page.evaluate(
    (at) => (window as unknown as HarnessWindow).opened.scene.canvasPoint(at),
    position,
  );
  expect(point).not.toBeNull();
  return point!;
};

const recorded = (page: Page) =>
  page.evaluate(() => {
    const { moves, activated, reports } = (window as unknown as HarnessWindow).opened;
    return { moves, activated, frames: reports.length };
  });

const framesWithin = async (page: Page, milliseconds: number): Promise<number> => {
  const { frames } = await recorded(page);
  await page.waitForTimeout(milliseconds);
  return (await recorded(page)).frames - frames;
};

test('every plane shows its samples in their exact colours', async ({ page }) => {
  const found = await page.evaluate(() => (window as unknown as HarnessWindow).harness.planeColours());
  for (const { seen, wrong } of Object.values(found)) {
    expect(seen).toBeGreaterThan(100);
    // The lines of the box and of the planes' outlines run in front of a few.
    expect(wrong).toBeLessThan(0.03 * seen);
  }
});

test('large UTM coordinates change no pixel', async ({ page }) => {
  expect(await page.evaluate(() => (window as unknown as HarnessWindow).harness.differingPixelsInUtm())).toBe(0);
});

test('GPU memory stays level over 50 pictures and is given back by 50 scenes', async ({ page }) => {
  const { steady, cleared, disposed } = await page.evaluate(() =>
    (window as unknown as HarnessWindow).harness.memory(),
  );
  expect(new Set(steady).size).toBe(1);
  expect(cleared).toBeLessThan(steady[0]!);
  expect(new Set(disposed)).toEqual(new Set([0]));
});

for (const orientation of ['inline', 'crossline', 'sample'] as const) {
  test(`a drag moves the ${orientation} along its normal, step by step`, async ({ page }) => {
    await openWith(page, orientation);
    const start = { inline: 50, crossline: 75, sample: 100 };
    const from = await canvasPoint(page, start);
    const to = await canvasPoint(page, { ...start, [orientation]: start[orientation] - 20 });
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(to.x, to.y, { steps: 8 });
    await page.mouse.up();
    const { moves } = await recorded(page);
    expect(moves.length).toBeGreaterThan(3);
    expect(moves.every((move) => move.orientation === orientation)).toBe(true);
    const indices = moves.map(({ index }) => index);
    expect(indices).toEqual([...indices].sort((a, b) => b - a));
    expect(Math.abs(indices.at(-1)! - (start[orientation] - 20))).toBeLessThanOrEqual(1);
  });
}

test('a click activates a plane, Shift and the wheel step it, a drag beside it turns the view', async ({ page }) => {
  await openWith(page, 'crossline');
  const on = { inline: 40, crossline: 75, sample: 90 };
  const before = await canvasPoint(page, on);
  await page.mouse.click(before.x, before.y);
  await page.keyboard.down('Shift');
  await page.mouse.wheel(0, 120);
  await page.mouse.wheel(0, -120);
  await page.keyboard.up('Shift');
  await expect.poll(async () => (await recorded(page)).moves.map(({ index }) => index)).toEqual([76, 74]);
  expect((await recorded(page)).activated).toEqual(['crossline']);
  expect(await canvasPoint(page, on)).toEqual(before);

  // Far from the middle, round which the view turns.
  const corner = { inline: 0, crossline: 0, sample: 0 };
  const level = await canvasPoint(page, corner);
  await page.mouse.move(15, 15);
  await page.mouse.down();
  await page.mouse.move(115, 45, { steps: 3 });
  await page.mouse.up();
  const turned = await canvasPoint(page, corner);
  expect(Math.hypot(turned.x - level.x, turned.y - level.y)).toBeGreaterThan(10);
  await page.mouse.dblclick(15, 15);
  const reset = await canvasPoint(page, on);
  expect(Math.hypot(reset.x - before.x, reset.y - before.y)).toBeLessThan(1e-6);
});

test('labels stand clear of each other while the view turns, and nothing is drawn at rest', async ({ page }) => {
  await openWith(page, 'inline');
  await page.mouse.move(15, 15);
  await page.mouse.down();
  for (let step = 1; step <= 8; step += 1) {
    await page.mouse.move(15 + step * 60, 15 + step * 12);
    expect(await layoutFaults(page)).toEqual([]);
  }
  await page.mouse.up();
  // A loop that ran freely would go on drawing for ever.
  await expect.poll(() => framesWithin(page, 400)).toBe(0);
});
