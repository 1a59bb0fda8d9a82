/** The mapping assistant: what it proposes, what an override changes at once, and that a file read so is read right and stays so. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { accessibilityFindings } from '../fixtures/accessibility.ts';
import { findDataFolder, NO_DATA_REASON } from '../fixtures/checkout.ts';
import { focusRound } from '../fixtures/focus-round.ts';
import { ODD_CROSSLINE, ODD_INLINE, writeOddCube } from '../fixtures/odd-cube.ts';
import { differingShare, pixelsOf } from '../fixtures/pixels.ts';
import { openRawCube, type RawCube } from '../fixtures/raw-cube.ts';
import { openRawTraces, type RawTraces } from '../fixtures/raw-traces.ts';
import { runFolder } from '../fixtures/run-files.ts';
import { crosslineOf, initialClip, inlineOf, tracesOf, wrongCells } from '../fixtures/section-colours.ts';
import { f3, realFile } from '../fixtures/survey-files.ts';
import { expect, test } from '../fixtures/test.ts';
import { HealthReportPage } from '../pages/health-report.ts';
import { MappingAssistantPage } from '../pages/mapping-assistant.ts';
import { ViewerPage } from '../pages/viewer.ts';

const lookOf = (clip: number) => ({ display: { clip, gain: 1, polarity: 1 }, colormap: 'grey' }) as const;

/** A folder of its own: files beside one another are offered one another's mappings. */
async function oddCube(folder: string, name: string, options: Parameters<typeof writeOddCube>[1]): Promise<RawCube> {
  await mkdir(join(runFolder(), folder), { recursive: true });
  return writeOddCube(join(runFolder(), folder, name), options);
}

/** Says where the lines are, and what the samples are, whatever was proposed. */
async function mend(assistant: MappingAssistantPage): Promise<void> {
  await assistant.choose('byteOrder', 'Big-endian');
  await assistant.choose('format', '5:');
  await assistant.place('inline', ODD_INLINE.byte, ODD_INLINE.type);
  await assistant.place('crossline', ODD_CROSSLINE.byte, ODD_CROSSLINE.type);
  await expect(assistant.words).toContainText('500–511 (12)');
  await expect(assistant.words).toContainText('70–88, step 2 (10)');
  await assistant.settled();
}

test('a cube with misleading lines is mended, read right, kept for the file and offered to the next', async ({
  open,
  host,
}) => {
  test.skip(host === 'electron', 'reads the statistics through the local host’s address');
  // Three starts of the program.
  test.slow();
  const cube = await oddCube('mended', 'hidden.sgy', { statedFormat: 1 });
  const sibling = await oddCube('mended', 'sibling.sgy', { statedFormat: 1, firstInline: 900 });
  const program = await open({ files: [cube.path] });
  const { page, localHost, stateFolder } = program;
  const { section, position, display, tree } = new ViewerPage(page);
  const assistant = new MappingAssistantPage(page);
  await section.settled();
  await assistant.show();
  await expect(assistant.readings.first()).toBeVisible();
  await expect(assistant.words).toContainText('1–10 (10)');

  const earlier = await pixelsOf(assistant.section);
  await mend(assistant);
  await expect(assistant.dialog.getByRole('group', { name: 'Inline 506' })).toBeVisible();
  await expect(assistant.field('inline')).toHaveAttribute('data-edited', 'true');
  expect(differingShare(earlier, await pixelsOf(assistant.section))).toBeGreaterThan(0.3);

  await assistant.read.click();
  await expect(assistant.dialog).toHaveCount(0);
  await expect(tree.survey('hidden.sgy')).toContainText('500–511 (12)');
  await section.settled();
  await display.setInterpolation('Exact');
  await section.showing(() => position.type('inline', 503));
  const clip = await initialClip(localHost!.address, cube.path);
  expect(wrongCells(await section.pixels(), { ...inlineOf(cube, 3), ...lookOf(clip) })).toEqual([]);
  await section.choosePlane('Crossline');
  await position.type('crossline', 74);
  await section.settled();
  expect(wrongCells(await section.pixels(), { ...crosslineOf(cube, 2), ...lookOf(clip) })).toEqual([]);
  await program.close();

  const again = await open({ files: [cube.path, sibling.path], stateFolder });
  const next = new ViewerPage(again.page);
  await expect(next.tree.surveys).toHaveCount(2);
  await next.tree.activate('hidden.sgy');
  await expect(next.tree.survey('hidden.sgy')).toContainText('500–511 (12)');
  await next.tree.showDetails('hidden.sgy');
  const health = new HealthReportPage(again.page);
  await expect(health.origin).toContainText('Read as kept for this file');
  await again.page.keyboard.press('Escape');

  await next.tree.activate('sibling.sgy');
  const offered = new MappingAssistantPage(again.page);
  await offered.show();
  await offered.readings.filter({ hasText: 'Accepted for hidden.sgy' }).click();
  await offered.settled();
  await offered.keep.click();
  await offered.read.click();
  await expect(next.tree.survey('sibling.sgy')).toContainText('900–911 (12)');

  await next.tree.activate('hidden.sgy');
  await offered.show();
  await offered.readAsDetected.click();
  await expect(offered.dialog).toHaveCount(0);
  await expect(next.tree.survey('hidden.sgy')).toContainText('1–10 (10)');
  await again.close();
  const forgotten = await open({ files: [cube.path, sibling.path], stateFolder });
  const last = new ViewerPage(forgotten.page);
  await expect(last.tree.surveys).toHaveCount(2);
  for (const name of ['hidden.sgy', 'sibling.sgy']) {
    await last.tree.activate(name);
    await expect(last.tree.survey(name)).toContainText('1–10 (10)');
  }
});

test('what cannot be understood is said at its field and leaves the picture; changes are taken back one by one', async ({
  open,
}) => {
  const cube = await oddCube('fields', 'fields.sgy', { statedFormat: 5 });
  const { page } = await open({ files: [cube.path] });
  const { section } = new ViewerPage(page);
  const assistant = new MappingAssistantPage(page);
  await section.settled();
  await assistant.show();
  const inline = assistant.field('inline');
  const stated = await inline.getByRole('textbox').inputValue();
  const picture = await pixelsOf(assistant.section);

  await assistant.type('inline', 'here');
  await expect(inline.getByRole('alert')).toContainText('A byte number');
  await expect(inline.getByRole('textbox')).toHaveAttribute('aria-invalid', 'true');
  await expect(assistant.read).toBeDisabled();
  // Beyond the header, which only the engine knows.
  await assistant.place('inline', 239, 'int32');
  await expect(assistant.fault).toContainText('does not fit in the 240 bytes');
  await expect(assistant.map).toBeVisible();
  await expect(assistant.section).toBeVisible();
  await assistant.reset('inline').click();
  await expect(inline.getByRole('textbox')).toHaveValue(stated);
  await expect(inline).toHaveAttribute('data-edited', 'false');
  await expect(assistant.fault).toHaveCount(0);
  await assistant.settled();
  expect(differingShare(picture, await pixelsOf(assistant.section))).toBe(0);

  await assistant.previewing(() => assistant.choose('domain', 'Depth'));
  await assistant.previewing(() => assistant.type('intervalUs', '12500'));
  await expect(assistant.words).toContainText('by 12.5 m');
  await expect(assistant.field('domain')).toHaveAttribute('data-edited', 'true');
  await assistant.previewing(() => assistant.reset('domain').click());
  await expect(assistant.field('domain').getByRole('combobox')).toHaveText('Unknown');
  await expect(assistant.field('intervalUs').getByRole('textbox')).toHaveValue('12500');
  await assistant.previewing(() => assistant.dialog.getByRole('button', { name: 'Reset all' }).click());
  await expect(assistant.field('intervalUs').getByRole('textbox')).toHaveValue('4000');
  await page.keyboard.press('Escape');
  await expect(assistant.dialog).toHaveCount(0);
});

test('a file that does not open is read as the user says', async ({ open, host }) => {
  test.skip(host === 'electron', 'reads the statistics through the local host’s address');
  const traces = await words();
  const { page, localHost } = await open({ files: [traces.path] });
  const { section, display, tree } = new ViewerPage(page);
  const assistant = new MappingAssistantPage(page);
  await expect(tree.faults).toHaveAttribute('data-fault-code', 'not-segy');
  await tree.faults.getByRole('button', { name: 'Try other readings' }).click();
  await assistant.settled();
  await assistant.choose('container', 'SEG-Y');
  await assistant.choose('byteOrder', 'Big-endian');
  await assistant.choose('format', '3:');
  await assistant.type('samples', String(traces.samples));
  await assistant.choose('kind', 'Traces');
  await expect(assistant.words).toContainText(String(traces.traceCount));
  await assistant.settled();
  await assistant.keep.click();
  await assistant.read.click();
  await expect(tree.survey('words.sgy')).toContainText('Traces');
  await expect(tree.faults).toHaveCount(0);
  await section.settled();
  await display.setInterpolation('Exact');
  const clip = await initialClip(localHost!.address, traces.path);
  await expect
    .poll(async () => wrongCells(await section.pixels(), { ...tracesOf(traces), ...lookOf(clip) }))
    .toEqual([]);
});

test('a mapping is saved, loaded again and copied for the command line', async ({ open }) => {
  const cube = await oddCube('saved', 'saved.sgy', { statedFormat: 1 });
  const { page } = await open({ files: [cube.path] });
  const assistant = new MappingAssistantPage(page);
  await new ViewerPage(page).section.settled();
  await assistant.show();
  await mend(assistant);

  const download = page.waitForEvent('download');
  await assistant.save.click();
  const saved = await download;
  expect(saved.suggestedFilename()).toBe('saved.sgy.mapping.json');
  const text = await readFile(await saved.path(), 'utf8');
  const mapping = JSON.parse(text) as Record<string, unknown>;
  expect(mapping).toMatchObject({ inline: '233:int16', crossline: '235:int16' });
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await assistant.copyOptions.click();
  const options = await page.evaluate(() => navigator.clipboard.readText());
  expect(options).toContain('--inline-byte 233:int16 --crossline-byte 235:int16');

  await page.keyboard.press('Escape');
  await assistant.show();
  await expect(assistant.words).toContainText('1–10 (10)');
  await assistant.file.setInputFiles({ name: 'mine.json', mimeType: 'application/json', buffer: Buffer.from(text) });
  await expect(assistant.reading('mine.json')).toBeChecked();
  await expect(assistant.words).toContainText('500–511 (12)');
  const wrong = Buffer.from('{"inlin": 5}');
  await assistant.file.setInputFiles({ name: 'wrong.json', mimeType: 'application/json', buffer: wrong });
  await expect(assistant.fault).toContainText('inlin');
  await expect(assistant.words).toContainText('500–511 (12)');
});

test('everything in it is reached by keys, readings are chosen by arrows, and axe finds nothing', async ({ open }) => {
  const cube = await oddCube('keys', 'keys.sgy', { statedFormat: 5 });
  const { page } = await open({ files: [cube.path] });
  const assistant = new MappingAssistantPage(page);
  await new ViewerPage(page).section.settled();
  await assistant.show();
  expect(await assistant.readings.count()).toBeGreaterThan(1);
  expect(await accessibilityFindings(page)).toEqual([]);
  const round = await focusRound(page);
  expect(round.unmarked).toEqual([]);
  expect(round.unreached.filter((control) => !control.includes('role="radio"') && control.includes('dialog'))).toEqual(
    [],
  );
  expect(round.reached).toEqual(
    expect.arrayContaining([
      'Close',
      'Sample format',
      'Inline byte',
      'Inline type',
      'Interval',
      'Cancel',
      'Read the file so',
    ]),
  );

  await assistant.readings.first().focus();
  // A key that is held as long as a finger holds it: the focus moves in the next task.
  await page.keyboard.down('ArrowDown');
  await expect(assistant.readings.nth(1)).toBeFocused();
  await page.keyboard.up('ArrowDown');
  await expect(assistant.readings.nth(1)).toBeChecked();
  await page.keyboard.press('Escape');
  await expect(assistant.dialog).toHaveCount(0);
});

test.describe('of real files', () => {
  test.skip(findDataFolder() === null, NO_DATA_REASON);

  test('the readings are shown with their pictures, and another one can be read', async ({ open, host }) => {
    test.skip(host === 'electron', 'reads the statistics through the local host’s address');
    const cube = openRawCube(f3());
    const files = [cube.path, realFile('seismic-zfp', 'small-2d.sgy'), realFile('segyio', 'left-small.sgy')];
    const { page, localHost } = await open({ files });
    const { section, position, display, tree } = new ViewerPage(page);
    const assistant = new MappingAssistantPage(page);
    await expect(tree.surveys).toHaveCount(files.length);
    await tree.activate('f3.sgy');
    await section.settled();
    await assistant.show();
    await expect(assistant.opensAs).toContainText('Cube');
    const used = assistant.readings.filter({ hasText: 'in use' });
    await expect(used).toBeChecked();
    await expect(used.getByTestId('reading-thumbs').locator('canvas')).toHaveCount(2);
    const before = await pixelsOf(assistant.map);

    // Inline and crossline exchanged.
    await assistant.previewing(() => assistant.type('inline', '193'));
    await assistant.previewing(() => assistant.type('crossline', '189'));
    await expect(assistant.words).toContainText('875–892 (18)');
    expect(differingShare(before, await pixelsOf(assistant.map))).toBeLessThan(0.05);
    await assistant.keep.click();
    await assistant.read.click();
    await expect(tree.survey('f3.sgy')).toContainText('875–892 (18)');
    await display.setInterpolation('Exact');
    await section.showing(() => position.type('inline', 880));
    const clip = await initialClip(localHost!.address, cube.path);
    expect(wrongCells(await section.pixels(), { ...crosslineOf(cube, 5), ...lookOf(clip) })).toEqual([]);

    for (const [name, kind] of [
      ['small-2d.sgy', '2D line'],
      ['left-small.sgy', 'Cube'],
    ] as const) {
      await tree.activate(name);
      await assistant.show();
      await expect(assistant.opensAs).toContainText(`Opens as: ${kind}`);
      await expect(assistant.map).toBeVisible();
      await page.keyboard.press('Escape');
    }
  });
});

/** A text, which no reader takes for a survey; as long as twelve traces of 100 samples in 16 bits. */
async function words(): Promise<RawTraces> {
  const samples = 100;
  const path = join(runFolder(), 'words.sgy');
  await writeFile(path, 'no survey, only words\n'.repeat(500).slice(0, 3600 + 12 * (240 + 2 * samples)));
  return openRawTraces({ path, samples, sampleFormat: 'int16' });
}
