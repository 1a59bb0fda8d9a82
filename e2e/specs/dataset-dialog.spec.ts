/** HDF5 files that do not say what they are: the dialog asks, the file is read as answered, stays so, and helps the next. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { writeForeignVolume } from '../fixtures/foreign-volume.ts';
import { differingShare, pixelsOf } from '../fixtures/pixels.ts';
import { expectReadable } from '../fixtures/readable.ts';
import { runFolder } from '../fixtures/run-files.ts';
import { expect, test } from '../fixtures/test.ts';
import { DatasetDialogPage } from '../pages/dataset-dialog.ts';
import { ViewerPage } from '../pages/viewer.ts';

async function foreignVolume(folder: string, name: string, firstInline?: number): Promise<string> {
  await mkdir(join(runFolder(), folder), { recursive: true });
  const path = join(runFolder(), folder, name);
  await writeForeignVolume(path, firstInline === undefined ? {} : { firstInline });
  return path;
}

/** What its author would say. */
async function describe(dialog: DatasetDialogPage): Promise<void> {
  await dialog.dataset('cube').click();
  await dialog.nameAxis(0, 'Sample');
  await dialog.choose('inlineValues', '/run/a');
  await dialog.choose('crosslineValues', '/run/b');
  await dialog.choose('sampleValues', 'First:step');
  await dialog.type('sampleValues', '200:4');
  await dialog.choose('domain', 'time');
  await dialog.choose('xDataset', '/run/p');
  await dialog.choose('yDataset', '/run/q');
  await expect(dialog.words).toContainText('40–63 (24)');
  await dialog.settled();
}

test('a file is described, previewed, read so, kept, and offered to its sibling', async ({ open }) => {
  // Two starts of the program.
  test.slow();
  const path = await foreignVolume('foreign', 'first.h5');
  const sibling = await foreignVolume('foreign', 'second.h5', 900);
  const program = await open({ files: [path] });
  const { page, stateFolder } = program;
  const dialog = new DatasetDialogPage(page);
  await expect(dialog.datasets.first()).toBeVisible();
  await dialog.settled();
  const guessed = await pixelsOf(dialog.section);

  await describe(dialog);
  await expect(dialog.words).toContainText('700–758, step 2 (30)');
  await expect(dialog.words).toContainText('200');
  await expect(dialog.map).toBeVisible();
  expect(differingShare(guessed, await pixelsOf(dialog.section))).toBeGreaterThan(0.2);
  await dialog.read.click();
  await expect(dialog.dialog).toHaveCount(0);
  const { tree, section, position } = new ViewerPage(page);
  await expect(tree.survey('first.h5')).toContainText('700–758, step 2 (30)');
  await expect(tree.faults).toHaveCount(0);
  await section.settled();
  await section.showing(() => position.type('inline', 720));
  await program.close();

  const again = await open({ files: [path, sibling], stateFolder });
  const next = new ViewerPage(again.page);
  await expect(next.tree.survey('first.h5')).toContainText('700–758, step 2 (30)');
  const offered = new DatasetDialogPage(again.page);
  await expect(offered.dialog).toContainText('Accepted for first.h5');
  await offered.settled();
  await expect(offered.words).toContainText('900–958, step 2 (30)');
  await offered.read.click();
  await expect(next.tree.survey('second.h5')).toContainText('900–958, step 2 (30)');
});

test('what cannot be is said, and nothing is lost by leaving', async ({ open }) => {
  const path = await foreignVolume('foreign-left', 'left.h5');
  const { page } = await open({ files: [path] });
  const dialog = new DatasetDialogPage(page);
  await expect(dialog.datasets.first()).toBeVisible();
  await dialog.dataset('cube').click();
  await dialog.choose('inlineValues', 'First:step');
  await dialog.type('inlineValues', 'nowhere');
  await expect(dialog.field('inlineValues').getByRole('alert')).toBeVisible();
  await expect(dialog.read).toBeDisabled();
  await dialog.type('inlineValues', '5:-1');
  await dialog.settled();
  await expect(dialog.words).toContainText('do not ascend evenly');
  await dialog.cancel.click();
  const { tree } = new ViewerPage(page);
  await expect(tree.faults).toContainText('does not say which of its datasets');
  await page.getByRole('button', { name: 'Choose the dataset…' }).click();
  await expect(dialog.datasets.first()).toBeVisible();
});

for (const viewport of [
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
]) {
  const size = `${viewport.width}x${viewport.height}`;
  test.describe(size, () => {
    test.use({ viewport });

    test(`the dialog is readable (${size})`, async ({ open }) => {
      const path = await foreignVolume(`foreign-${size}`, 'readable.h5');
      const { page } = await open({ files: [path] });
      const dialog = new DatasetDialogPage(page);
      await expect(dialog.datasets.first()).toBeVisible();
      await describe(dialog);
      await expectReadable(page, `dataset-${size}`);
    });
  });
}
