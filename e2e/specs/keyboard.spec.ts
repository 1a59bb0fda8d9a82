/** Everything can be done without a pointer, and one sees where the focus is. */
import { focusRound } from '../fixtures/focus-round.ts';
import { differingShare } from '../fixtures/pixels.ts';
import { sampleCube } from '../fixtures/survey-files.ts';
import { expect, test } from '../fixtures/test.ts';
import { ViewerPage } from '../pages/viewer.ts';
import { WelcomePage } from '../pages/welcome.ts';

test('Tab reaches every control of the welcome view and the viewer, and each shows that it has the focus', async ({
  open,
}) => {
  const { page } = await open();
  await expect(new WelcomePage(page).openSample).toBeEnabled();
  const welcome = await focusRound(page);
  expect(welcome.unreached).toEqual([]);
  expect(welcome.unmarked).toEqual([]);

  const { page: viewer } = await open({ files: [sampleCube().path] });
  const { section, timing } = new ViewerPage(viewer);
  await section.settled();
  await timing.show();
  await section.showing(() => viewer.keyboard.press('ArrowRight'));
  await expect(timing.verdict).toBeVisible();
  const round = await focusRound(viewer);
  expect(round.unreached).toEqual([]);
  expect(round.unmarked).toEqual([]);
  expect(round.reached).toEqual(expect.arrayContaining(['Open…', 'Timing', 'Time', 'Colour map', 'Copy as JSON']));
});

test('each plane steps, leaps, goes to its ends and to what is typed', async ({ open }) => {
  const { page } = await open({ files: [sampleCube().path] });
  const { section, position } = new ViewerPage(page);
  await section.settled();
  const planes = [
    { key: '1', orientation: 'inline', name: 'Inline', unit: '', first: 1201, last: 1300, step: 1 },
    { key: 'x', orientation: 'crossline', name: 'Crossline', unit: '', first: 3401, last: 3508, step: 1 },
    { key: '3', orientation: 'sample', name: 'Time', unit: ' ms', first: 0, last: 1496, step: 4 },
  ] as const;
  for (const { key, orientation, name, unit, first, last, step } of planes) {
    await page.keyboard.press(key);
    const number = position.number(orientation);
    const presses: readonly (readonly [string, number])[] = [
      ['Home', first],
      ['ArrowUp', first + step],
      ['Shift+ArrowRight', first + 11 * step],
      ['Shift+ArrowLeft', first + step],
      ['ArrowDown', first],
      ['ArrowLeft', first],
      ['End', last],
    ];
    for (const [pressed, value] of presses) {
      await page.keyboard.press(pressed);
      await expect(number, `${name} after ${pressed}`).toHaveValue(String(value));
    }
    const typed: readonly (readonly [string, number])[] = [
      [String(first + 20 * step), first + 20 * step],
      // The nearest that there is, then the nearest end, then nothing that is no number.
      [String(first + 30 * step + 0.3), first + 30 * step],
      ['999999', last],
      ['many', last],
      [String(first + 5 * step), first + 5 * step],
    ];
    for (const [text, value] of typed) {
      await number.fill(text);
      await number.press('Enter');
      await expect(number, `${name} after typing ${text}`).toHaveValue(String(value));
    }
    await number.blur();
    await expect(section.canvas).toHaveAttribute('aria-label', `Section: ${name} ${first + 5 * step}${unit}`);
    await section.settled();
  }
});

test('colour map, clip, gain and polarity are set by keys, which move no plane', async ({ open }) => {
  const { page } = await open({ files: [sampleCube().path] });
  const { section, position, display } = new ViewerPage(page);
  await section.settled();
  await section.showing(() => position.type('inline', 1250));
  let earlier = await section.pixels();
  const expectChange = async (what: string): Promise<void> => {
    const now = await section.pixels();
    expect(differingShare(earlier, now), `share of pixels that the ${what} changes`).toBeGreaterThan(0.02);
    earlier = now;
  };

  await display.colormap.focus();
  await page.keyboard.press('Enter');
  // The list takes the focus a frame after it has opened, and moves it a turn after a key.
  const grey = page.getByRole('option', { name: 'Grey' });
  await expect(grey).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(grey).not.toBeFocused();
  await page.keyboard.press('Enter');
  await expect(display.colormap).not.toHaveText(/^Grey/);
  await expectChange('colour map');

  await display.clipSlider.focus();
  await page.keyboard.press('Home');
  await expect(display.clipNumber).toHaveValue('50');
  await page.keyboard.press('ArrowRight');
  await expect(display.clipNumber).toHaveValue('50.5');
  await expectChange('clip');

  await display.gainSlider.focus();
  for (let press = 0; press < 4; press += 1) await page.keyboard.press('ArrowLeft');
  await expect(display.gainNumber).toHaveValue('0.5');
  await expectChange('gain');

  await display.polarity('Reversed').focus();
  await page.keyboard.press('Space');
  await expect(display.polarity('Reversed')).toBeChecked();
  await expectChange('polarity');

  await expect(position.number('inline')).toHaveValue('1250');
  await expect(position.number('crossline')).toHaveValue('3455');
});

test('Delete and Backspace on a tab close no panel', async ({ open }) => {
  const { page } = await open({ files: [sampleCube().path] });
  await new ViewerPage(page).section.settled();
  const tabs = page.getByRole('tab');
  const names = await tabs.allTextContents();
  expect(names).toEqual(expect.arrayContaining(['Surveys', '3D', 'Section']));
  for (const key of ['Delete', 'Backspace']) {
    await page.getByRole('tab', { name: 'Section' }).press(key);
    expect(await tabs.allTextContents()).toEqual(names);
  }
});
