/** The health report: what it says of real files, and that one click mends them and one takes it back. */
import { readFile } from 'node:fs/promises';
import { accessibilityFindings } from '../fixtures/accessibility.ts';
import { findDataFolder, NO_DATA_REASON } from '../fixtures/checkout.ts';
import { focusRound } from '../fixtures/focus-round.ts';
import { f3, realFile } from '../fixtures/survey-files.ts';
import { expect, test } from '../fixtures/test.ts';
import { HealthReportPage } from '../pages/health-report.ts';
import { MappingAssistantPage } from '../pages/mapping-assistant.ts';
import { ViewerPage } from '../pages/viewer.ts';

test.skip(findDataFolder() === null, NO_DATA_REASON);

test('an unknown vertical axis is settled by one click, kept, and taken back', async ({ open }) => {
  const program = await open({ files: [f3().path] });
  const { page, stateFolder } = program;
  const { section, tree } = new ViewerPage(page);
  const health = new HealthReportPage(page);
  await section.settled();
  await tree.showDetails('f3.sgy');
  await expect(health.verdict).toHaveText('Opens whole: 1 thing was assumed.');
  await expect(health.findings.first()).toContainText('sample-count-contradiction');
  await expect(health.finding('domain-unknown')).toContainText('Only names and units change');

  await health.remedy('domain-unknown', 'Depth').click();
  await expect(health.origin).toContainText('Read as you said');
  await expect(health.settled).toHaveText([/Vertical axis\s*Depth/]);
  await expect(health.finding('domain-unknown')).toHaveCount(0);
  await expect(tree.survey('f3.sgy')).toContainText('4–300 by 4 m');
  await health.keep.click();
  await expect(health.origin).toContainText('Read as kept for this file');
  expect(await accessibilityFindings(page)).toEqual([]);
  await program.close();

  const { page: next } = await open({ files: [f3().path], stateFolder });
  const again = new HealthReportPage(next);
  const viewer = new ViewerPage(next);
  await viewer.section.settled();
  await viewer.tree.showDetails('f3.sgy');
  await expect(again.origin).toContainText('Read as kept for this file');
  await again.readAsDetected.click();
  await expect(again.origin).toContainText('Read as detected');
  await expect(again.finding('domain-unknown')).toBeVisible();
});

test('remedies join what was settled before, and each is taken back alone', async ({ open }) => {
  const { page } = await open({ files: [realFile('segyio', 'left-small.sgy')] });
  const { section, tree } = new ViewerPage(page);
  const health = new HealthReportPage(page);
  await section.settled();
  await tree.showDetails('left-small.sgy');
  await health.remedy('coordinate-scalar-illegal', 'Use no scalar').click();
  await expect(health.settled).toHaveCount(1);
  await health.remedy('domain-unknown', 'Time').click();
  await expect(health.settled).toHaveCount(2);
  await expect(health.finding('coordinate-scalar-illegal')).toHaveCount(0);
  await health.takeBack('Fixed scalar').click();
  await expect(health.settled).toHaveText([/Vertical axis\s*Time/]);
  await expect(health.finding('coordinate-scalar-illegal')).toBeVisible();
});

test('the report is saved as text and JSON, and copied', async ({ open }) => {
  const { page } = await open({ files: [realFile('segyio', 'left-small.sgy')] });
  const { section, tree } = new ViewerPage(page);
  const health = new HealthReportPage(page);
  await section.settled();
  await tree.showDetails('left-small.sgy');
  const saved = async (save: () => Promise<void>): Promise<string> => {
    const download = page.waitForEvent('download');
    await save();
    return readFile(await (await download).path(), 'utf8');
  };
  const text = await saved(() => health.saveText.click());
  expect(text).toContain('Opens whole: 1 thing was assumed.');
  expect(text).toMatch(/^ {2}Instead: Use no scalar \(--scalar-value 1\)$/m);
  expect(JSON.parse(await saved(() => health.saveJson.click()))).toMatchObject({
    state: 'assumed',
    findings: [{ code: 'coordinate-scalar-illegal', severity: 'warning' }, { code: 'domain-unknown' }],
  });
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await health.copy.click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(text);
});

test('it leads to the other readings and is back with the outcome; all of it by keys', async ({ open }) => {
  const { page } = await open({ files: [realFile('segyio', 'left-small.sgy')] });
  const { section, tree } = new ViewerPage(page);
  const health = new HealthReportPage(page);
  const assistant = new MappingAssistantPage(page);
  await section.settled();
  await tree.showDetails('left-small.sgy');
  const round = await focusRound(page);
  expect(round.unmarked).toEqual([]);
  expect(round.reached).toEqual(
    expect.arrayContaining(['Copy the report', 'Save report', 'Other readings…', 'Use no scalar', 'Depth']),
  );

  await health.otherReadings.focus();
  await page.keyboard.press('Enter');
  await expect(assistant.dialog).toBeVisible();
  await expect(health.dialog).toHaveCount(0);
  await assistant.settled();
  await assistant.previewing(() => assistant.choose('domain', 'Time'));
  await assistant.keep.click();
  await assistant.read.click();
  await expect(health.settled).toHaveText([/Vertical axis\s*Time/]);
});
