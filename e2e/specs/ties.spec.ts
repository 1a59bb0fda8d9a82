/** How far 2D lines agree where they cross: corrections, ranked ties, choices that are undone, mis-ties on the map. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Truth } from '../../electron/sample/truth.ts';
import { wrapDegrees } from '../../shared/ties/correction.ts';
import type { TieDocument } from '../../shared/ties/tie-document.ts';
import { expectReadable } from '../fixtures/readable.ts';
import { sampleFolder } from '../fixtures/run-files.ts';
import { expect, test } from '../fixtures/test.ts';
import { CrossingsPanelPage } from '../pages/crossings-panel.ts';
import { MapViewPage } from '../pages/map-view.ts';
import { TiesPanelPage } from '../pages/ties-panel.ts';

const truth = (): Truth => JSON.parse(readFileSync(join(sampleFolder(), 'truth.json'), 'utf8')) as Truth;

const linePaths = (): string[] =>
  readdirSync(sampleFolder())
    .filter((name) => name.startsWith('cl'))
    .map((name) => join(sampleFolder(), name));

/** As people read it: the typographic minus is no sign to `Number`. */
const figure = (text: string): number => Number(text.replace('−', '-'));

test("shows the corrections of the sample's truth; crossings are rejected and accepted again", async ({ open }) => {
  test.slow();
  const { page } = await open({ files: linePaths() });
  const [crossings, ties, map] = [new CrossingsPanelPage(page), new TiesPanelPage(page), new MapViewPage(page)];
  const { lines, crossings: places } = truth();
  // Opening two dozen files takes a crowded machine longer than `show` waits.
  await expect(page.getByText(`${lines.length} surveys`)).toBeVisible({ timeout: 60_000 });
  await crossings.show(places.length);
  await crossings.panel.getByRole('button', { name: 'Tie lines' }).click();
  await ties.tied();

  const rows = await ties.allLines();
  expect(rows.map(([, name]) => name).toSorted()).toEqual(lines.map(({ name }) => name).toSorted());
  for (const [, name, shiftMs, , phaseDeg, gain] of rows) {
    const line = lines.find((each) => each.name === name)!;
    // The truth's curves are small against the tolerance of the issue, but have a mean of their own.
    if (line.shiftCurve.length === 0) expect(Math.abs(figure(shiftMs!) - line.shiftMs), name).toBeLessThan(0.5);
    expect(Math.abs(wrapDegrees(figure(phaseDeg!) - line.phaseDeg)), name).toBeLessThan(5);
    expect(Math.abs(Number(gain) / line.gain - 1), name).toBeLessThan(0.02);
  }

  await ties.worst.click();
  await expect(ties.worst).toHaveAttribute('aria-selected', 'true');
  const [rank, , line1, line2, , , , , before, after] = await ties.cellsOf(ties.worst);
  expect(rank).toBe('1');
  expect(Number(after)).toBeLessThan(Number(before));
  const accepted = page.getByRole('checkbox', { name: `The crossing of ${line1} and ${line2} is accepted` }).first();
  await ties.tiedAfter(() => ties.crossings.press(' '));
  await expect(accepted).not.toBeChecked();
  await ties.tiedAfter(() => ties.crossings.press('Control+z'));
  await expect(accepted).toBeChecked();
  await ties.tiedAfter(() => ties.crossings.press('Control+Shift+z'));
  await expect(accepted).not.toBeChecked();

  const document = JSON.parse(await ties.export('JSON')) as TieDocument;
  expect(document.lines).toHaveLength(lines.length);
  expect(document.crossings.filter(({ isUsed }) => !isUsed).map((each) => [each.line1, each.line2])).toEqual([
    [line1, line2],
  ]);
  const { t11x, t12x, x } = document.crossings[0]!;
  expect((x - t11x) * (x - t12x)).toBeLessThanOrEqual(0);
  expect((await ties.export('CSV, the lines')).trim().split('\n')).toHaveLength(lines.length + 1);

  await map.show();
  await expect(ties.legend).toContainText('after adjustment');
  await ties.panel
    .getByRole('button', { name: 'Before' })
    .or(ties.panel.getByRole('radio', { name: 'Before' }))
    .click();
  await expect(ties.legend).toContainText('before adjustment');
  await expectReadable(page, 'ties');
});

test('a reference line is not corrected, and the others are corrected to it', async ({ open }) => {
  test.slow();
  const paths = linePaths().slice(0, 12);
  const { page } = await open({ files: paths });
  const ties = new TiesPanelPage(page);
  await expect(page.getByRole('button', { name: 'Ties', exact: true })).toBeEnabled();
  await page.keyboard.press('w');
  await ties.panel.getByRole('button', { name: 'Tie lines' }).click();
  await ties.tied();
  const files = new Set(paths.map((path) => path.split('/').at(-1)));
  const shifted = truth().lines.find(({ file, shiftMs }) => files.has(file) && Math.abs(shiftMs) > 3)!;
  const row = ties.rowOf(ties.lines, shifted.name);
  for (let step = 0; (await row.count()) === 0 && step < paths.length; step += 1) await ties.lines.press('ArrowDown');
  await ties.tiedAfter(() => row.getByRole('checkbox').click());
  await expect(row.getByRole('checkbox')).toBeChecked();
  expect((await ties.cellsOf(row)).slice(2, 6)).toEqual(['0.00', '0.00', '0.0', '1.000']);
});
