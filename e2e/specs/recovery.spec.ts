/** Losing the engine, and starting without the addon. */
import { openRawCube } from '../fixtures/raw-cube.ts';
import { initialClip, inlineOf, wrongCells } from '../fixtures/section-colours.ts';
import { sampleCube } from '../fixtures/survey-files.ts';
import { expect, test } from '../fixtures/test.ts';
import { ViewerPage } from '../pages/viewer.ts';

test('the engine is killed: the page says so, reopens the survey and keeps the view', async ({
  open,
  host,
  consoleGuard,
}) => {
  test.skip(host === 'electron', 'kills the engine process of the local host');
  test.skip(process.platform === 'win32', 'finds the engine process with ps');
  consoleGuard.allow(/WebSocket connection to .* failed/);
  // The stream beside the socket breaks off, and there is nobody to answer until the engine is back.
  consoleGuard.allow(/Failed to load resource: net::ERR_(INCOMPLETE_CHUNKED_ENCODING|CONNECTION_(REFUSED|RESET))/);
  const cube = openRawCube(sampleCube());
  const { page, localHost } = await open({ files: [cube.path] });
  const { section, position, tree, display } = new ViewerPage(page);
  await section.settled();
  await position.type('inline', 1201 + 70);
  await display.setGain(2);
  await display.setInterpolation('Exact');
  const shownId = await section.settled();

  localHost!.killEngine();
  await expect(page.getByText('Engine lost')).toBeVisible();
  await expect(page.getByText('Engine ready')).toBeVisible({ timeout: 20_000 });
  await section.settled(shownId);

  await expect(tree.surveys).toHaveCount(1);
  await expect(tree.faults).toHaveCount(0);
  expect(await section.label()).toBe('Section: Inline 1271');
  const clip = await initialClip(localHost!.address, cube.path);
  const look = { display: { clip, gain: 2, polarity: 1 }, colormap: 'grey' } as const;
  expect(wrongCells(await section.pixels(), { ...inlineOf(cube, 70), ...look })).toEqual([]);
  await section.showing(() => page.keyboard.press('ArrowRight'));
});

test('without the addon the program works and says so, in the terminal and in the overlay', async ({ open }) => {
  const { page, localHost } = await open({ files: [sampleCube().path], env: { CROSSLINE_READER: 'fallback' } });
  const { section, timing } = new ViewerPage(page);
  await section.settled();
  await section.showing(() => page.keyboard.press('ArrowRight'));
  await timing.show();
  await expect(page.getByTestId('reader-notice').first()).toBeVisible();
  if (localHost !== null) expect(localHost.output()).toMatch(/fallback|TypeScript reader/);
});
