/** Where 2D lines cross: the table, both sections at a crossing, marks on sections, documents. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Truth } from '../../electron/sample/truth.ts';
import { readDocument } from '../../shared/exchange/read-document.ts';
import { focusRound } from '../fixtures/focus-round.ts';
import { expectReadable } from '../fixtures/readable.ts';
import { sampleFolder } from '../fixtures/run-files.ts';
import { LINE_IN_DEPTH, LINE_IN_TIME, linesOfTwoDomains, sampleCube } from '../fixtures/survey-files.ts';
import { expect, test } from '../fixtures/test.ts';
import { findDataFolder, NO_DATA_REASON } from '../fixtures/checkout.ts';
import { HealthReportPage } from '../pages/health-report.ts';
import { CrossingsPanelPage } from '../pages/crossings-panel.ts';
import { ViewerPage } from '../pages/viewer.ts';

const truth = (): Truth => JSON.parse(readFileSync(join(sampleFolder(), 'truth.json'), 'utf8')) as Truth;

const linePaths = (): string[] =>
  readdirSync(sampleFolder())
    .filter((name) => name.startsWith('cl'))
    .map((name) => join(sampleFolder(), name));

/** Of the truth's lines 301 to 304, which cross each other three times at least. */
const fewLines = (): string[] => linePaths().slice(0, 8);
const crossingsAmong = (paths: readonly string[]) => {
  const files = new Set(paths.map((path) => path.split('/').at(-1)));
  const names = new Set(
    truth()
      .lines.filter(({ file }) => files.has(file))
      .map(({ name }) => name),
  );
  return truth().crossings.filter(({ line1, line2 }) => names.has(line1) && names.has(line2));
};

test("the table lists all crossings of the sample's lines as its truth says, and what was left out", async ({
  open,
}) => {
  const { page } = await open({ files: [...linePaths(), sampleCube().path] });
  const crossings = new CrossingsPanelPage(page);
  const expected = truth().crossings;
  await crossings.show(expected.length);
  await expect(crossings.notes).toContainText('sample-small.sgy: it is a cube');

  const rows = await crossings.allRows();
  const key = (line1: string, line2: string, ...rest: readonly string[]): string => [line1, line2, ...rest].join(' ');
  const pair = (a: number, b: number): string => `${a + 1}–${b + 1}`;
  const said = rows.map(([line1, line2, x, y, traces1, traces2]) => key(line1!, line2!, x!, y!, traces1!, traces2!));
  const wanted = expected.map(({ line1, line2, x, y, t11, t12, t21, t22 }) =>
    key(line1, line2, x.toFixed(2), y.toFixed(2), pair(t11, t12), pair(t21, t22)),
  );
  expect(said.toSorted()).toEqual(wanted.toSorted());

  await crossings.filter.fill('cl03-301 cl85');
  const among = expected.filter(({ line1, line2 }) => line1 === 'CL03-301' && line2.startsWith('CL85'));
  await expect(crossings.count).toHaveText(`${among.length} of ${expected.length} shown`);
  await crossings.sortBy('X');
  await crossings.sortBy('X');
  const [, , x] = await crossings.rowAt(0);
  expect(Number(x)).toBeCloseTo(Math.max(...among.map((each) => each.x)), 1);
});

test('Enter opens both sections, and keys walk on, turn round and swap', async ({ open }) => {
  const { page } = await open({ files: fewLines() });
  const crossings = new CrossingsPanelPage(page);
  const count = crossingsAmong(fewLines()).length;
  await crossings.show(count);
  await crossings.list.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await crossings.splitShown();
  await expect(crossings.place).toHaveText(`2 of ${count}`);
  const [line1, line2, x, y] = await crossings.rowAt(1);
  await expect(crossings.seam).toContainText(`X ${x} Y ${y}`);
  await expect(crossings.splitTop).toContainText(new RegExp(`${line1}.*${line2}`));

  await page.keyboard.press('f');
  await expect(crossings.splitTop).toContainText(new RegExp(`${line2}.*${line1}`));
  await page.keyboard.press('f');
  const left = () => crossings.splitTop.locator('span[data-side="left"]').evaluate((title) => title.clientWidth);
  const before = await left();
  await page.keyboard.press(',');
  await expect.poll(left).not.toBe(before);

  await page.keyboard.press('n');
  await expect(crossings.place).toHaveText(`3 of ${count}`);
  await page.keyboard.press('p');
  await page.keyboard.press('p');
  await page.keyboard.press('p');
  await expect(crossings.place).toHaveText(`1 of ${count}`);
  await crossings.splitShown();
  await expect(crossings.legend).toContainText(/Traces \d+, \d+.*Traces \d+, \d+/);
  await page.keyboard.press('s');
  await expect(crossings.split).toHaveCount(0);
});

test('a mark on the section of a line opens both sections there', async ({ open }) => {
  const { page } = await open({ files: fewLines() });
  const { section } = new ViewerPage(page);
  const crossings = new CrossingsPanelPage(page);
  await section.settled();
  // The line opened last is looked at.
  const name = truth().lines.find(({ file }) => fewLines().at(-1)!.endsWith(file))!.name;
  const own = crossingsAmong(fewLines()).filter(({ line1, line2 }) => line1 === name || line2 === name);
  await expect(crossings.marks).toHaveCount(own.length);
  const mark = crossings.marks.first();
  const other = (await mark.getAttribute('aria-label'))!.replace('Crossing with ', '');
  await mark.click();
  await crossings.splitShown();
  await expect(crossings.splitTop).toContainText(name);
  await expect(crossings.splitTop).toContainText(other);
  await page.getByText('Section', { exact: true }).click();
  await page.keyboard.press('k');
  await expect(crossings.marks).toHaveCount(0);
});

test('an inline of a cube is marked where open lines cross it, and a mark leads to its line', async ({ open }) => {
  const { page } = await open({ files: [...fewLines(), sampleCube().path] });
  const { section, timing } = new ViewerPage(page);
  const crossings = new CrossingsPanelPage(page);
  await section.settled();
  await expect(crossings.marks.first()).toHaveAccessibleName(/^Crossed by CL/);
  const name = (await crossings.marks.first().getAttribute('aria-label'))!.replace('Crossed by ', '');
  await crossings.marks.first().click();
  await section.settled();
  await expect(crossings.marks.first()).toHaveAccessibleName(/^Crossing with CL/);
  await expect(page.getByText(name, { exact: true }).first()).toBeVisible();

  await timing.show();
  await expect(crossings.searchTimes).toHaveAttribute('data-algorithm', 'binary-search');
  for (const stage of ['load', 'index', 'search', 'exact', 'transfer', 'draw']) {
    const row = crossings.searchTimes.locator(`[data-search-stage="${stage}"]`);
    await expect(row.locator('td').last()).toHaveText(/^[\d.]+$/);
  }
});

test('Tab reaches every control of table, sections and marks, and each shows that it has the focus', async ({
  open,
}) => {
  const files = fewLines().slice(0, 4);
  const { page } = await open({ files });
  const crossings = new CrossingsPanelPage(page);
  await new ViewerPage(page).section.settled();
  await crossings.show(crossingsAmong(files).length);
  const withMarks = await focusRound(page);
  expect(withMarks.unreached).toEqual([]);
  expect(withMarks.unmarked).toEqual([]);
  expect(withMarks.reached).toEqual(expect.arrayContaining(['Crossings', 'Export', 'Sort by X']));

  await crossings.rows.first().click();
  await crossings.splitShown();
  const withSplit = await focusRound(page);
  expect(withSplit.unreached).toEqual([]);
  expect(withSplit.unmarked).toEqual([]);
  expect(withSplit.reached).toEqual(expect.arrayContaining(['Swap left and right', 'Traces on each side']));
});

test('documents are exported, imported and checked', async ({ open }) => {
  const { page } = await open({ files: fewLines() });
  const crossings = new CrossingsPanelPage(page);
  const expected = crossingsAmong(fewLines());
  await crossings.show(expected.length);

  const json = await crossings.export('JSON');
  expect(readDocument(json, 'json', 'crossings.json').intersections).toHaveLength(expected.length);
  const bson = await crossings.export('BSON with bounding traces');
  expect(readDocument(bson, 'bson', 'crossings.bson').traces.size).toBe(1);

  await crossings.import('field.bson', bson);
  await expect(crossings.imported).toContainText('field.bson');
  await expect(crossings.count).toHaveText(`${expected.length} crossings`);
  await crossings.rows.first().click();
  await crossings.splitShown();
  await page.getByRole('button', { name: 'Close the document' }).click();
  await expect(crossings.imported).toHaveCount(0);

  await crossings.import('wrong.json', Buffer.from(json.toString('utf8').replace('"t11":', '"t11":-')));
  await expect(page.getByTestId('fault')).toContainText('intersections[0].t11 is -');
});

test('time and depth are never laid on one axis', async ({ open }) => {
  test.skip(findDataFolder() === null, NO_DATA_REASON);
  const { page } = await open({ files: linesOfTwoDomains() });
  const crossings = new CrossingsPanelPage(page);
  await crossings.show(3);
  await crossings.rows.first().click();
  // Their headers do not say what they are in.
  await expect(page.getByTestId('split-domain')).toContainText('is not known');
  const { tree } = new ViewerPage(page);
  const health = new HealthReportPage(page);
  for (const [name, domain] of [
    [LINE_IN_TIME, 'Time'],
    [LINE_IN_DEPTH, 'Depth'],
  ] as const) {
    // prettier-ignore
    await tree.showDetails(name);
    await health.remedy('domain-unknown', domain).click();
    await expect(health.settled).toHaveCount(1);
    await page.keyboard.press('Escape');
  }
  await expect(crossings.split).toContainText('have no axis in common');
});

for (const [width, height] of [
  [1366, 768],
  [1920, 1080],
] as const) {
  // prettier-ignore
  test.describe(`${width}x${height}`, () => {
    test.use({ viewport: { width, height } });

    test(`table, sections and marks are readable (${width}x${height})`, async ({ open }) => {
      const { page } = await open({ files: fewLines() });
      const { section } = new ViewerPage(page);
      const crossings = new CrossingsPanelPage(page);
      await section.settled();
      await crossings.show(crossingsAmong(fewLines()).length);
      await expectReadable(page, `crossings-${width}`);
      await crossings.rows.nth(1).click();
      await crossings.splitShown();
      await expectReadable(page, `split-${width}`);
    });
  });
}
