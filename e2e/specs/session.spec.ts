/** What outlives a view, a page or the program: recent surveys, the theme, other pages; and what a cancelled job leaves. */
import { readdir } from 'node:fs/promises';
import { observeEngine } from '../fixtures/engine-observer.ts';
import { sampleFolder } from '../fixtures/run-files.ts';
import { sampleCube } from '../fixtures/survey-files.ts';
import { expect, test } from '../fixtures/test.ts';
import { ViewerPage } from '../pages/viewer.ts';
import { WelcomePage } from '../pages/welcome.ts';

const NAME = 'sample-small.sgy';

test('a survey is closed, opened again from the recent ones, and is among them after a restart', async ({ open }) => {
  const first = await open({ files: [sampleCube().path] });
  const { section, tree } = new ViewerPage(first.page);
  await section.settled();
  const welcome = new WelcomePage(first.page);
  await tree.close(NAME);
  await expect(welcome.view).toBeVisible();
  await welcome.recent(NAME).click();
  await section.settled();
  await section.showing(() => first.page.keyboard.press('ArrowRight'));
  await first.close();

  const second = await open({ args: ['--root', sampleFolder()], stateFolder: first.stateFolder });
  await new WelcomePage(second.page).recent(NAME).click();
  const reopened = new ViewerPage(second.page);
  await reopened.section.settled();
  await expect(reopened.tree.faults).toHaveCount(0);
});

test('the chosen theme stays, whatever the system’s is', async ({ open }) => {
  const { page } = await open();
  const { theme } = new ViewerPage(page);
  const root = page.locator('html');
  await expect(root).toHaveAttribute('data-theme', 'dark');
  for (const [chosen, system] of [
    ['light', 'dark'],
    ['dark', 'light'],
  ] as const) {
    await page.emulateMedia({ colorScheme: system });
    await theme.click();
    await expect(theme).toHaveAccessibleName(`Theme: ${chosen}`);
    await page.reload();
    await expect(root).toHaveAttribute('data-theme', chosen);
  }
  await theme.click();
  await expect(root).toHaveAttribute('data-theme', 'light');
});

test('two pages on one host each look where they want, and one goes on without the other', async ({
  open,
  host,
  consoleGuard,
}) => {
  test.skip(host === 'electron', 'the desktop has one window');
  const { page, localHost } = await open({ files: [sampleCube().path] });
  const other = await page.context().newPage();
  consoleGuard.watch(other);
  await other.goto(localHost!.address);
  const [here, there] = [new ViewerPage(page), new ViewerPage(other)];
  await here.section.settled();
  await there.section.settled();

  await there.section.showing(() => there.position.type('inline', 1210));
  await here.section.showing(() => here.position.type('inline', 1290));
  expect(await there.section.label()).toBe('Section: Inline 1210');
  expect(await here.section.label()).toBe('Section: Inline 1290');
  await page.close();
  await there.section.showing(() => other.keyboard.press('ArrowRight'));
  expect(await there.section.label()).toBe('Section: Inline 1211');
});

test('a sample that is cancelled while it is written leaves no file', async ({ open, host }) => {
  test.skip(host === 'electron', 'asks for a large sample through the local host’s address');
  const { page, localHost, stateFolder } = await open();
  const { tree } = new ViewerPage(page);
  const engine = await observeEngine(localHost!.address);
  const outcome = engine.calls.createSample('medium').then(
    () => 'made',
    (thrown: unknown) => (thrown as { fault: { code: string } }).fault.code,
  );
  await expect(tree.jobs).toHaveAttribute('data-job-kind', 'sample');
  await tree.jobs.getByRole('button', { name: /^Cancel/ }).click();
  expect(await outcome).toBe('cancelled');
  await expect(tree.jobs).toHaveCount(0);
  const left = await readdir(stateFolder, { recursive: true });
  expect(left.filter((name) => /\.(sgy|json)|sample-medium/.test(name))).toEqual([]);

  // And it can be made again, here the small one.
  await new WelcomePage(page).openSample.click();
  await expect(tree.survey(NAME)).toBeVisible({ timeout: 30_000 });
  await expect(tree.faults).toHaveCount(0);
  engine.close();
});
