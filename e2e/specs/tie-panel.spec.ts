/** One crossing of 2D lines in the tie panel: what it says and draws is what the sample's truth says. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Truth, TruthLine } from '../../electron/sample/truth.ts';
import { findDataFolder, NO_DATA_REASON } from '../fixtures/checkout.ts';
import { expectReadable } from '../fixtures/readable.ts';
import { sampleFolder } from '../fixtures/run-files.ts';
import { LINE_IN_DEPTH, linesOfTwoDomains } from '../fixtures/survey-files.ts';
import { expect, test } from '../fixtures/test.ts';
import { CrossingsPanelPage } from '../pages/crossings-panel.ts';
import { HealthReportPage } from '../pages/health-report.ts';
import { TiePanelPage } from '../pages/tie-panel.ts';
import { ViewerPage } from '../pages/viewer.ts';

const truth = (): Truth => JSON.parse(readFileSync(join(sampleFolder(), 'truth.json'), 'utf8')) as Truth;

/** Two lines that cross and are off by a shift, a phase and a gain that are the same at all times. */
function tiedLines(): readonly [TruthLine, TruthLine] {
  const { lines, crossings } = truth();
  const named = (name: string): TruthLine => lines.find((line) => line.name === name)!;
  const found = crossings
    .map(({ line1, line2 }) => [named(line1), named(line2)] as const)
    .find(
      ([one, other]) =>
        [one, other].every(({ shiftCurve }) => shiftCurve.length === 0) &&
        Math.abs(one.shiftMs - other.shiftMs) > 10 &&
        one.phaseDeg !== other.phaseDeg,
    );
  if (found === undefined) throw new Error('No two lines of the sample are off by a constant shift.');
  return found;
}

const paths = (lines: readonly TruthLine[]): string[] => lines.map(({ file }) => join(sampleFolder(), file));

const crossingCount = (lines: readonly TruthLine[]): number => {
  const names = new Set(lines.map(({ name }) => name));
  return truth().crossings.filter(({ line1, line2 }) => names.has(line1) && names.has(line2)).length;
};

const middle = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1]!;

test('shift, phase, gain, path and shift curve are those of the truth', async ({ open }) => {
  const { page } = await open({ files: paths(tiedLines()) });
  const crossings = new CrossingsPanelPage(page);
  const tie = new TiePanelPage(page);
  await crossings.show(crossingCount(tiedLines()));
  await page.keyboard.press('y');
  await tie.read();
  const [one, other] = tiedLines();
  await expect(tie.panel).toContainText(`${one.name} to ${other.name}`);
  await expect(tie.place).toHaveText(`1 of ${crossingCount(tiedLines())}`);

  // Both corrected are equal, so line 1 needs what it lacks of line 2's error.
  const shiftMs = one.shiftMs - other.shiftMs;
  expect(Math.abs(shiftMs)).toBeGreaterThan(10);
  expect(Math.abs((await tie.figure('shift')) - shiftMs)).toBeLessThan(0.5);
  expect(Math.abs((await tie.figure('phase')) - (one.phaseDeg - other.phaseDeg))).toBeLessThan(5);
  expect(Math.abs((await tie.figure('gain')) / (one.gain / other.gain) - 1)).toBeLessThan(0.05);
  expect(await tie.figure('quality')).toBeGreaterThan(0.7);

  // Lags of ±100 ms over the width.
  const lagOf = (share: number): number => 200 * share - 100;
  const path = (await tie.marksAcross('costs', '--danger')).filter((share) => share !== null);
  expect(path.length).toBeGreaterThan(50);
  expect(Math.abs(middle(path.map(lagOf)) - shiftMs)).toBeLessThan(4);
  const peak = (await tie.marksAcross('correlation', '--danger')).filter((share) => share !== null);
  expect(Math.abs(middle(peak.map(lagOf)) - shiftMs)).toBeLessThan(2);

  for (const token of ['--accent', '--warning']) {
    const wiggle = (await tie.marksAcross('traces', token)).filter((share) => share !== null);
    expect(Math.max(...wiggle) - Math.min(...wiggle), token).toBeGreaterThan(0.2);
  }
  const difference = (await tie.marksAcross('difference', '--text')).filter((share) => share !== null);
  expect(Math.max(...difference) - Math.min(...difference)).toBeGreaterThan(0.2);
  const curve = (await tie.marksAcross('shift', '--danger')).filter((share) => share !== null);
  expect(curve.length).toBeGreaterThan(50);

  await page.keyboard.press('y');
  await expect(tie.panel).toHaveCount(0);
});

test('gate and largest shift count, and a gate beyond the traces is told', async ({ open }) => {
  const { page } = await open({ files: paths(tiedLines()) });
  const crossings = new CrossingsPanelPage(page);
  const tie = new TiePanelPage(page);
  await crossings.show(crossingCount(tiedLines()));
  await page.keyboard.press('y');
  await tie.read();
  await expect(tie.lagAxis).toContainText('−60');
  const times = async (): Promise<readonly number[]> =>
    (await tie.timeAxis.locator('span').allTextContents()).filter((text) => /^\d+$/.test(text)).map(Number);
  expect(Math.max(...(await times()))).toBeGreaterThan(900);

  await tie.type('Gate from, ms', 900);
  await tie.type('Gate to, ms', 300);
  await tie.read();
  await expect.poll(async () => Math.min(...(await times()))).toBeGreaterThanOrEqual(300);
  expect(Math.max(...(await times()))).toBeLessThanOrEqual(900);

  await tie.type('Largest shift, ms', 30);
  await expect(tie.lagAxis).not.toContainText('−60');
  await expect(tie.lagAxis).toContainText('−20');

  await tie.type('Gate to, ms', 1_000_000);
  await tie.type('Gate from, ms', 900_000);
  await expect(tie.panel).toContainText('too little time in common');
  await tie.panel.getByRole('button', { name: 'All that both traces have' }).click();
  await expect(tie.panel.locator('[data-figure="shift"]')).toBeVisible();
});

test('it follows the crossing that is chosen, and a click in the table keeps it in front', async ({ open }) => {
  // The first lines of the truth cross each other more than once.
  const lines = truth().lines.slice(0, 4);
  const count = crossingCount(lines);
  const { page } = await open({ files: paths(lines) });
  const crossings = new CrossingsPanelPage(page);
  const tie = new TiePanelPage(page);
  await crossings.show(count);
  await page.keyboard.press('y');
  await tie.read();
  const before = await tie.marksAcross('traces', '--accent');
  await crossings.rows.nth(1).click();
  await expect(tie.place).toHaveText(`2 of ${count}`);
  await tie.read();
  await expect(tie.panel).toBeVisible();
  await expect.poll(() => tie.marksAcross('traces', '--accent')).not.toEqual(before);
});

test('time and depth are never compared', async ({ open }) => {
  test.skip(findDataFolder() === null, NO_DATA_REASON);
  const { page } = await open({ files: linesOfTwoDomains() });
  const crossings = new CrossingsPanelPage(page);
  const tie = new TiePanelPage(page);
  await crossings.show(3);
  await page.keyboard.press('y');
  const { tree } = new ViewerPage(page);
  await tree.showDetails(LINE_IN_DEPTH);
  await new HealthReportPage(page).remedy('domain-unknown', 'Depth').click();
  await page.keyboard.press('Escape');
  await expect(tie.panel).toContainText('times and depths are never compared');
});

for (const [width, height] of [
  [1366, 768],
  [1920, 1080],
] as const) {
  // prettier-ignore
  test.describe(`${width}x${height}`, () => {
    test.use({ viewport: { width, height } });

    test(`the tie panel is readable (${width}x${height})`, async ({ open }) => {
      const { page } = await open({ files: paths(tiedLines()) });
      const crossings = new CrossingsPanelPage(page);
      const tie = new TiePanelPage(page);
      await crossings.show(crossingCount(tiedLines()));
      await page.keyboard.press('y');
      await tie.read();
      await expectReadable(page, `tie-${width}`);
    });
  });
}
