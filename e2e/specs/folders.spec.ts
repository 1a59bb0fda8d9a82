/** A folder of surveys: listed with kind, extent and health, opened from the list, one or many. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { accessibilityFindings } from '../fixtures/accessibility.ts';
import { findDataFolder, NO_DATA_REASON } from '../fixtures/checkout.ts';
import { layoutFaults } from '../fixtures/layout.ts';
import { runFolder } from '../fixtures/run-files.ts';
import { writeManyLines, writeMixedFolder } from '../fixtures/survey-folder.ts';
import { expect, test } from '../fixtures/test.ts';
import { FileBrowserPage } from '../pages/file-browser.ts';
import { FolderDialogPage } from '../pages/folder-dialog.ts';
import { ViewerPage } from '../pages/viewer.ts';
import { WelcomePage } from '../pages/welcome.ts';

test('a folder on the command line is listed: kind, extent and health of each, and why the rest is none', async ({
  open,
}) => {
  const folder = join(runFolder(), 'mixed');
  await writeMixedFolder(folder);
  const { page } = await open({ files: [folder] });
  const list = new FolderDialogPage(page);
  await expect(list.status).toContainText('4 surveys.');
  expect(await list.names()).toEqual(['cube.sgy', 'lines/L2.sgy', 'lines/L10.sgy', 'lines/L11.sgy']);
  for (const text of ['Cube', '10–14 × 1–4', '0–116', '12']) await expect(list.row('cube.sgy')).toContainText(text);
  for (const text of ['2D line', '0–116 ms', '400000–400975', '6001000', 'Sound']) {
    await expect(list.row('L2.sgy')).toContainText(text);
  }
  await expect(list.row('L10.sgy')).toContainText('Damaged');
  await expect(list.row('L11.sgy')).toContainText('Assumed 1');

  await expect(list.dialog.getByText('notes.txt')).toHaveCount(0);
  await list.others.click();
  await expect(list.dialog.getByText('notes.txt')).toBeVisible();
  await expect(list.dialog.getByText(/It is not a SEG-Y file: it has 9 bytes/)).toBeVisible();
  expect(await accessibilityFindings(page)).toEqual([]);
  expect(await layoutFaults(page)).toEqual([]);

  await list.sortBy('Traces');
  await list.sortBy('Traces');
  expect(await list.names()).toEqual(['lines/L10.sgy', 'lines/L11.sgy', 'lines/L2.sgy', 'cube.sgy']);
  await list.sortBy('Health');
  expect((await list.names())[0]).toBe('lines/L10.sgy');
  await list.showHealth('Damaged');
  expect(await list.names()).toEqual(['lines/L10.sgy']);
  await list.showHealth('All');
  await list.filter.fill('2d l1');
  await expect(list.rows).toHaveCount(2);
  await expect(list.openAll).toHaveText('Open the 2 shown');
});

test('surveys are chosen by keys, opened together, looked at one by one, and closed together', async ({ open }) => {
  const folder = join(runFolder(), 'chosen');
  await writeMixedFolder(folder);
  const { page } = await open({ files: [folder] });
  const list = new FolderDialogPage(page);
  const { tree, section } = new ViewerPage(page);
  await expect(list.status).toContainText('4 surveys.');
  await expect(list.openChosen).toBeDisabled();
  await list.list.press('ArrowDown');
  await list.list.press('ArrowDown');
  await list.list.press('Shift+ArrowDown');
  await expect(list.rows.and(page.locator('[aria-selected="true"]'))).toHaveCount(2);
  await list.list.press('Enter');
  await expect(list.dialog).toHaveCount(0);
  await expect(tree.surveys).toHaveCount(2);
  await section.settled();
  await section.showing(() => tree.activate('L10.sgy'));

  await page.getByRole('button', { name: 'Surveys in chosen' }).click();
  await list.row('cube.sgy').dblclick();
  await expect(tree.surveys).toHaveCount(3);
  await section.settled();

  await page.getByRole('button', { name: 'Close all surveys' }).click();
  await expect(tree.surveys).toHaveCount(0);
  await expect(new WelcomePage(page).recent('chosen')).toBeVisible();
});

test('the file browser opens the folder that it shows, and a chosen one', async ({ open, host }) => {
  test.skip(host === 'electron', 'the window opens folders by the system’s dialog');
  const root = join(runFolder(), 'browsed-folders');
  await writeMixedFolder(join(root, 'project'));
  const { page } = await open({ args: ['--root', root] });
  const browser = new FileBrowserPage(page);
  const list = new FolderDialogPage(page);
  await expect(page.getByText('Engine ready')).toBeVisible();
  await page.keyboard.press('Control+Shift+o');
  await browser.dialog.waitFor();
  await browser.entry('project').click();
  await browser.dialog.getByRole('button', { name: 'Open folder' }).click();
  await expect(list.status).toContainText('4 surveys.');
  await expect(list.dialog).toHaveAccessibleName('Surveys in project');
});

test('five hundred lines open from their list, and the page holds only those in view', async ({ open }) => {
  test.setTimeout(120_000);
  const folder = join(runFolder(), 'many');
  await writeManyLines(folder, 500);
  const { page } = await open({ files: [folder] });
  const list = new FolderDialogPage(page);
  const { tree, section } = new ViewerPage(page);
  await expect(list.status).toContainText('500 surveys.', { timeout: 30_000 });
  expect(await list.rows.count()).toBeLessThan(60);
  await list.openAll.click();
  await expect(page.getByText('500 surveys')).toBeVisible({ timeout: 30_000 });
  await expect(page.getByTestId('opening-many')).toHaveCount(0, { timeout: 30_000 });
  expect(await tree.surveys.count()).toBeLessThan(60);
  await section.settled();

  const filter = page.getByRole('searchbox', { name: 'Filter open surveys' });
  await filter.fill('0499');
  await section.showing(() => tree.activate('L0499.sgy'));
  await filter.fill('');
  // The active one stays in view wherever it stands in the list.
  await expect(tree.survey('L0499.sgy')).toBeInViewport();
  expect(await accessibilityFindings(page)).toEqual([]);

  await page.getByRole('button', { name: 'Close all surveys' }).click();
  await expect(new WelcomePage(page).view).toBeVisible();
});

test('the real files are listed, each as what it is', async ({ open }) => {
  const folder = findDataFolder();
  test.skip(folder === null, NO_DATA_REASON);
  const surveys = readdirSync(folder!, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.(sgy|su|seisnc)$/.test(name),
  );
  const { page } = await open({ files: [folder!] });
  const list = new FolderDialogPage(page);
  await expect(list.status).toContainText(/\d+ surveys?\./, { timeout: 30_000 });
  const count = Number(/(\d+) surveys/.exec((await list.status.textContent()) ?? '')![1]);
  expect(count).toBeGreaterThanOrEqual(surveys.length - 1);
  await list.filter.fill('f3');
  await expect(list.row('segyio/f3.sgy')).toContainText('111–133 × 875–892');
  await list.filter.fill('volve twt');
  await expect(list.row('volve10r12-full-twt-arb.sgy')).toContainText('2D line');
  await list.filter.fill('broken');
  await expect(list.row('segyio/broken.sgy')).toContainText('Damaged');
});
