/** Both themes on both common screens: nothing clipped, nothing overlapping, nothing that axe finds serious. */
import { join } from 'node:path';
import { accessibilityFindings } from '../fixtures/accessibility.ts';
import { RESULTS } from '../fixtures/checkout.ts';
import { layoutFaults } from '../fixtures/layout.ts';
import { sampleCube } from '../fixtures/survey-files.ts';
import { expect, test } from '../fixtures/test.ts';
import { ViewerPage } from '../pages/viewer.ts';
import { WelcomePage } from '../pages/welcome.ts';

const SCREENS = [
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
] as const;

for (const colorScheme of ['light', 'dark'] as const) {
  for (const viewport of SCREENS) {
    const name = `${viewport.width}x${viewport.height}-${colorScheme}`;

    test.describe(name, () => {
      test.use({ colorScheme, viewport });

      test(`the welcome view is readable (${name})`, async ({ open }) => {
        const { page } = await open();
        await expect(new WelcomePage(page).openSample).toBeEnabled();
        await page.screenshot({ path: join(RESULTS, 'screenshots', `welcome-${name}.png`) });
        expect(await layoutFaults(page)).toEqual([]);
        expect(await accessibilityFindings(page)).toEqual([]);
      });

      test(`the viewer is readable (${name})`, async ({ open }) => {
        const { page } = await open({ files: [sampleCube().path] });
        const { section, timing } = new ViewerPage(page);
        await section.settled();
        await page.screenshot({ path: join(RESULTS, 'screenshots', `viewer-${name}.png`) });
        expect(await layoutFaults(page)).toEqual([]);
        expect(await accessibilityFindings(page)).toEqual([]);

        await section.showing(() => page.keyboard.press('ArrowRight'));
        await timing.show();
        await section.settled();
        await page.screenshot({ path: join(RESULTS, 'screenshots', `timing-${name}.png`) });
        expect(await layoutFaults(page)).toEqual([]);
        expect(await accessibilityFindings(page)).toEqual([]);
      });
    });
  }
}
