import { accessibilityFindings } from '../fixtures/accessibility.ts';
import { expect, test } from '../fixtures/test.ts';
import { ViewerPage } from '../pages/viewer.ts';
import { WelcomePage } from '../pages/welcome.ts';

test('the welcome view makes the sample and opens it', async ({ open }) => {
  const { page } = await open();
  const welcome = new WelcomePage(page);
  await expect(welcome.openSample).toBeEnabled();
  expect(await accessibilityFindings(page)).toEqual([]);

  await welcome.openSample.click();
  const viewer = new ViewerPage(page);
  await expect(viewer.tree.survey('sample-small')).toBeVisible({ timeout: 30_000 });
  await viewer.section.settled();
  await expect(viewer.tree.faults).toHaveCount(0);
  expect(await accessibilityFindings(page)).toEqual([]);
});
