/** The picture in the README, so that it shows the program as it is. `CROSSLINE_UPDATE_SCREENSHOT=1` renews the committed one. */
import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { RESULTS, ROOT } from '../fixtures/checkout.ts';
import { sampleCube } from '../fixtures/survey-files.ts';
import { expect, test } from '../fixtures/test.ts';
import { ViewerPage } from '../pages/viewer.ts';

test.use({ viewport: { width: 1600, height: 900 }, colorScheme: 'dark' });

test('the README’s screenshot can be taken', async ({ open }) => {
  const { page } = await open({ files: [sampleCube().path] });
  const { section, display, position, timing, tree } = new ViewerPage(page);
  await section.settled();
  await display.chooseColormap('Red white blue');
  await position.type('inline', 1262);
  await section.settled();
  for (let step = 0; step < 12; step += 1) await section.showing(() => page.keyboard.press('ArrowRight'));
  await timing.show();
  await section.settled();
  await page.mouse.move(0, 0);
  await expect(tree.faults).toHaveCount(0);
  const path = join(RESULTS, 'screenshots', 'readme.png');
  await page.screenshot({ path });
  if (process.env['CROSSLINE_UPDATE_SCREENSHOT'] === '1') await copyFile(path, join(ROOT, 'assets', 'screenshot.png'));
});
