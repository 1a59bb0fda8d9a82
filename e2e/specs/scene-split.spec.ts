/** The split section's scene in a real browser: its pixels and its memory. */
import type { SplitHarness } from '../harness/split.ts';
import { openScenePage } from '../fixtures/scene-page.ts';
import { expect, test } from '../fixtures/test.ts';

interface HarnessWindow {
  readonly harness: SplitHarness;
}

test.beforeEach(async ({ page, consoleGuard }) => {
  await openScenePage(page, consoleGuard, 'split');
});

for (const [left, right] of [
  [1, 1],
  [-1, 1],
  [1, -1],
  [-1, -1],
] as const) {
  // prettier-ignore
  test(`every pixel is of the trace and the time that are there (directions ${left}, ${right})`, async ({ page }) => {
    const { compared, wrong } = await page.evaluate(
      (directions) => (window as unknown as HarnessWindow).harness.compare(...directions),
      [left, right] as [1 | -1, 1 | -1],
    );
    expect(compared).toBeGreaterThan(400_000);
    expect(wrong).toBe(0);
  });
}

test('GPU memory stays level over 50 crossings and is given back by 50 scenes', async ({ page }) => {
  const { steady, disposed } = await page.evaluate(() => (window as unknown as HarnessWindow).harness.memory());
  expect(new Set(steady).size).toBe(1);
  expect(new Set(disposed)).toEqual(new Set([0]));
});
