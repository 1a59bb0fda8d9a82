/** Both themes on both common screens: nothing clipped, nothing overlapping, nothing that axe finds serious. */
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { accessibilityFindings } from '../fixtures/accessibility.ts';
import { RESULTS } from '../fixtures/checkout.ts';
import { layoutFaults } from '../fixtures/layout.ts';
import { runFolder } from '../fixtures/run-files.ts';
import { sampleCube } from '../fixtures/survey-files.ts';
import { expect, test } from '../fixtures/test.ts';
import { FileBrowserPage } from '../pages/file-browser.ts';
import { ViewerPage } from '../pages/viewer.ts';
import { WelcomePage } from '../pages/welcome.ts';

const SCREENS = [
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
] as const;

async function expectReadable(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: join(RESULTS, 'screenshots', `${name}.png`) });
  expect(await layoutFaults(page), name).toEqual([]);
  expect(await accessibilityFindings(page), name).toEqual([]);
}

for (const colorScheme of ['light', 'dark'] as const) {
  for (const viewport of SCREENS) {
    const name = `${viewport.width}x${viewport.height}-${colorScheme}`;

    test.describe(name, () => {
      test.use({ colorScheme, viewport });

      test(`the welcome view is readable (${name})`, async ({ open }) => {
        const { page } = await open();
        await expect(new WelcomePage(page).openSample).toBeEnabled();
        await expectReadable(page, `welcome-${name}`);
      });

      test(`the viewer is readable (${name})`, async ({ open }) => {
        const { page } = await open({ files: [sampleCube().path] });
        const { section, timing } = new ViewerPage(page);
        await section.settled();
        await expectReadable(page, `viewer-${name}`);

        await section.showing(() => page.keyboard.press('ArrowRight'));
        await timing.show();
        await section.settled();
        await expectReadable(page, `timing-${name}`);
      });
    });
  }
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`dialogs, ${colorScheme}`, () => {
    test.use({ colorScheme, viewport: SCREENS[0] });

    test(`faults, dialogs, menus and the cursor's values are readable (${colorScheme})`, async ({ open, host }) => {
      const missing = join(runFolder(), 'a folder with a long name', 'of a file that is not there.sgy');
      const { page } = await open({ files: [sampleCube().path, missing], args: ['--root', runFolder()] });
      const { section, scene, tree, display } = new ViewerPage(page);
      await section.settled();
      await expect(tree.faults).toBeVisible();
      await scene.pointAtPlane();
      await expectReadable(page, `fault-${colorScheme}`);

      await page.keyboard.press('?');
      await expect(page.getByRole('dialog')).toBeVisible();
      await expectReadable(page, `keys-${colorScheme}`);
      await page.keyboard.press('Escape');

      await tree.showDetails('sample-small.sgy');
      for (const tab of ['File', 'Text header', 'Findings']) {
        await page.getByRole('tab', { name: tab }).click();
        await expect(page.getByText('Reading…')).toHaveCount(0);
        await expectReadable(page, `details-${tab}-${colorScheme}`);
      }
      await page.keyboard.press('Escape');

      await display.colormap.click();
      const menu = page.getByRole('listbox');
      await expect(menu).toBeVisible();
      await page.screenshot({ path: join(RESULTS, 'screenshots', `menu-${colorScheme}.png`) });
      expect(await layoutFaults(page)).toEqual([]);
      // Not asked of axe: it takes the page behind a menu for reachable, but the menu holds the focus.
      await page.keyboard.press('Tab');
      await expect(menu.locator(':focus')).toHaveCount(1);
      await page.keyboard.press('Escape');

      if (host === 'electron') return;
      const browser = new FileBrowserPage(page);
      await browser.show();
      await expect(browser.entry('sample')).toBeVisible();
      await expectReadable(page, `browser-${colorScheme}`);
    });
  });
}
