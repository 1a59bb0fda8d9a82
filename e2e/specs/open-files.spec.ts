/** The ways to a file in the browser host: its file browser, its path field, and why a dropped file is none of them. */
import { copyFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { accessibilityFindings } from '../fixtures/accessibility.ts';
import { runFolder } from '../fixtures/run-files.ts';
import { sampleCube } from '../fixtures/survey-files.ts';
import { expect, test } from '../fixtures/test.ts';
import { FileBrowserPage } from '../pages/file-browser.ts';
import { ViewerPage } from '../pages/viewer.ts';

test.beforeEach(({ host }) => {
  test.skip(host === 'electron', 'the window opens files by the system’s dialog');
});

test('the file browser walks its folders, refuses others, and opens a file, all by keys', async ({ open }) => {
  const root = join(runFolder(), 'browsed');
  const folder = join(root, '测量 2024');
  await mkdir(folder, { recursive: true });
  const path = join(folder, 'étude №1.sgy');
  await copyFile(sampleCube().path, path);

  const { page } = await open({ args: ['--root', root] });
  const browser = new FileBrowserPage(page);
  const { section, tree } = new ViewerPage(page);
  await expect(page.getByText('Engine ready')).toBeVisible();
  await browser.show();
  await expect(browser.entry('测量 2024')).toBeVisible();
  expect(await accessibilityFindings(page)).toEqual([]);

  await browser.go(runFolder());
  await expect(browser.fault).toHaveAttribute('data-fault-code', 'outside-roots');
  await browser.go(join(root, 'nowhere'));
  await expect(browser.fault).toHaveAttribute('data-fault-code', 'file-not-found');
  await browser.go(folder);
  await expect(browser.fault).toHaveCount(0);
  await expect(browser.entry('étude №1.sgy')).toBeVisible();

  await browser.list.press('Backspace');
  await expect(browser.entry('测量 2024')).toBeVisible();
  await browser.list.press('ArrowDown');
  await expect(browser.open).toBeDisabled();
  await browser.list.press('Enter');
  await expect(browser.entry('étude №1.sgy')).toBeVisible();
  await browser.list.press('ArrowDown');
  await expect(browser.open).toBeEnabled();
  await browser.list.press('Enter');
  await expect(browser.dialog).toHaveCount(0);
  await expect(tree.survey('étude №1.sgy')).toBeVisible();
  await section.settled();

  await browser.show();
  await browser.go(sampleCube().path);
  await expect(browser.dialog).toHaveCount(0);
  await expect(tree.faults).toHaveAttribute('data-fault-code', 'outside-roots');
});

test('a dropped file is explained, and the page goes on', async ({ open }) => {
  const { page } = await open({ files: [sampleCube().path] });
  const { section } = new ViewerPage(page);
  await section.settled();
  await page.evaluate(() => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File(['bytes'], 'dropped.sgy'));
    for (const type of ['dragover', 'drop']) {
      window.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
    }
  });
  const notice = page.getByTestId('notice');
  await expect(notice).toContainText('A browser does not tell where a dropped file or folder lies');
  await notice.getByRole('button', { name: 'Dismiss' }).click();
  await expect(notice).toHaveCount(0);
  await section.showing(() => page.keyboard.press('ArrowRight'));
});
