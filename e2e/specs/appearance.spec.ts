/** Both themes on both common screens: nothing clipped, nothing overlapping, nothing that axe finds serious. */
import { join } from 'node:path';
import { RESULTS } from '../fixtures/checkout.ts';
import { layoutFaults } from '../fixtures/layout.ts';
import { expectReadable } from '../fixtures/readable.ts';
import { runFolder } from '../fixtures/run-files.ts';
import { writeOddCube } from '../fixtures/odd-cube.ts';
import { sampleCube } from '../fixtures/survey-files.ts';
import { expect, test } from '../fixtures/test.ts';
import { FileBrowserPage } from '../pages/file-browser.ts';
import { HealthReportPage } from '../pages/health-report.ts';
import { MappingAssistantPage } from '../pages/mapping-assistant.ts';
import { ViewerPage } from '../pages/viewer.ts';
import { WelcomePage } from '../pages/welcome.ts';

const SCREENS = [
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
] as const;

for (const viewport of SCREENS) {
  const size = `${viewport.width}x${viewport.height}`;

  test.describe(size, () => {
    test.use({ viewport });

    test(`the welcome view is readable (${size})`, async ({ open }) => {
      const { page } = await open();
      await expect(new WelcomePage(page).openSample).toBeEnabled();
      await expectReadable(page, `welcome-${size}`);
    });

    test(`the viewer is readable (${size})`, async ({ open }) => {
      const { page } = await open({ files: [sampleCube().path] });
      const { section, timing } = new ViewerPage(page);
      await section.settled();
      await expectReadable(page, `viewer-${size}`);

      await section.showing(() => page.keyboard.press('ArrowRight'));
      await timing.show();
      await section.settled();
      await expectReadable(page, `timing-${size}`);
    });

    test(`the mapping assistant is readable (${size})`, async ({ open }) => {
      const path = join(runFolder(), `appearance-${size}.sgy`);
      writeOddCube(path, { statedFormat: 5 });
      const { page } = await open({ files: [path] });
      const { section } = new ViewerPage(page);
      const assistant = new MappingAssistantPage(page);
      await section.settled();
      await assistant.show();
      await expectReadable(page, `assistant-${size}`);
      await assistant.type('inline', '233');
      await assistant.type('crossline', 'nowhere');
      await expect(assistant.field('crossline').getByRole('alert')).toBeVisible();
      await assistant.field('inline').getByRole('textbox').hover();
      await expect(page.getByRole('tooltip')).toBeVisible();
      await expectReadable(page, `assistant-edited-${size}`, ['dark']);
    });

    test(`the health report is readable (${size})`, async ({ open }) => {
      const path = join(runFolder(), `health-${size}.sgy`);
      writeOddCube(path, { statedFormat: 5 });
      const { page } = await open({ files: [path] });
      const { section, tree } = new ViewerPage(page);
      await section.settled();
      await tree.showDetails(`health-${size}.sgy`);
      const health = new HealthReportPage(page);
      await health.remedy('domain-unknown', 'Depth').click();
      await expect(health.settled).toHaveCount(1);
      await expectReadable(page, `health-${size}`);
    });
  });
}

test("faults, dialogs, menus and the cursor's values are readable", async ({ open, host }) => {
  const missing = join(runFolder(), 'a folder with a long name', 'of a file that is not there.sgy');
  const { page } = await open({ files: [sampleCube().path, missing], args: ['--root', runFolder()] });
  const { section, scene, tree, display } = new ViewerPage(page);
  await section.settled();
  await expect(tree.faults).toBeVisible();
  await scene.pointAtPlane();
  await expectReadable(page, 'fault', ['dark']);

  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toBeVisible();
  await expectReadable(page, 'keys', ['dark']);
  await page.keyboard.press('Escape');

  await tree.showDetails('sample-small.sgy');
  await page.getByRole('tab', { name: 'File' }).click();
  await expectReadable(page, 'details-File', ['dark']);
  await page.keyboard.press('Escape');

  await display.colormap.click();
  const menu = page.getByRole('listbox');
  await expect(menu).toBeVisible();
  await page.screenshot({ path: join(RESULTS, 'screenshots', 'menu.png') });
  expect(await layoutFaults(page)).toEqual([]);
  // Not asked of axe: it takes the page behind a menu for reachable, but the menu holds the focus.
  await page.keyboard.press('Tab');
  await expect(menu.locator(':focus')).toHaveCount(1);
  await page.keyboard.press('Escape');

  if (host === 'electron') return;
  const browser = new FileBrowserPage(page);
  await browser.show();
  await expect(browser.entry('sample')).toBeVisible();
  await expectReadable(page, 'browser', ['dark']);
});
