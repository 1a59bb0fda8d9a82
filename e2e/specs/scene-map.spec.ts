/** The base map's scene in a real browser: its precision and its memory. */
import type { MapHarness } from '../harness/map.ts';
import { openScenePage } from '../fixtures/scene-page.ts';
import { expect, test } from '../fixtures/test.ts';

/** What the page's script put on `window`. */
interface HarnessWindow {
  readonly harness: MapHarness;
}

test.beforeEach(async ({ page, consoleGuard }) => {
  await openScenePage(page, consoleGuard, 'map');
});

test('lines look the same wherever they lie on the ground, to the last pixel', async ({ page }) => {
  const { drawn, differing } = await page.evaluate(() =>
    (window as unknown as HarnessWindow).harness.differingPixelsFarAway(),
  );
  expect(drawn).toBeGreaterThan(500);
  expect(differing).toBe(0);
});

test('a map keeps its memory, and gives all of it back', async ({ page }) => {
  const { steady, disposed } = await page.evaluate(() => (window as unknown as HarnessWindow).harness.memory());
  expect(Math.max(...steady.slice(10))).toBe(Math.max(...steady.slice(40)));
  expect(new Set(disposed)).toEqual(new Set([0]));
});
