/** Building a cube file from the window, and which file serves the slices before, meanwhile and after. */
import { execFileSync } from 'node:child_process';
import { copyFile, mkdtemp, readFile, rm, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { DIST_NODE } from '../fixtures/checkout.ts';
import { writeLargeCube } from '../fixtures/large-cube.ts';
import { expectReadable } from '../fixtures/readable.ts';
import { runFolder } from '../fixtures/run-files.ts';
import { sampleCube } from '../fixtures/survey-files.ts';
import { expect, test } from '../fixtures/test.ts';
import { CubeFilePage } from '../pages/cube-file.ts';
import { HeadersPanelPage } from '../pages/headers-panel.ts';
import { ViewerPage } from '../pages/viewer.ts';

/** A folder of its own, so that no other test finds the cube file. */
async function copyOfSample(): Promise<{ folder: string; path: string }> {
  const folder = await mkdtemp(join(runFolder(), 'cube-'));
  const path = join(folder, 'sample.sgy');
  await copyFile(sampleCube().path, path);
  return { folder, path };
}

test('one click builds it, and from then on it serves every slice with the same picture', async ({ open }) => {
  const { path } = await copyOfSample();
  const { page } = await open({ files: [path] });
  const { section, timing, position } = new ViewerPage(page);
  const cube = new CubeFilePage(page);
  await section.settled();
  await timing.show();
  await section.showing(() => position.type('inline', 1210));
  await expect(timing.fact('Samples from')).toHaveText(/^sample\.sgy, /);
  await section.choosePlane('Time');
  await section.showing(() => position.type('sample', 400));
  const before = await section.pixels();

  await cube.acceptOffer();
  await expect(cube.offer).toBeHidden();
  await cube.expectStatus('serving');
  await expectReadable(page, 'cube-file-serving');
  await cube.hide();
  // Neither in the cache nor read ahead.
  await section.showing(() => position.type('sample', 1000));
  await expect(timing.fact('Samples from')).toHaveText(/^sample\.h5 hlines, /);
  await section.choosePlane('Inline');
  await section.showing(() => position.type('inline', 1285));
  await expect(timing.fact('Samples from')).toHaveText(/^sample\.h5 ilines, /);

  await page.reload();
  await section.settled();
  await section.choosePlane('Time');
  await section.showing(() => position.type('sample', 400));
  await expect(cube.offer).toBeHidden();
  const after = await section.pixels();
  for (let y = 5; y < before.height; y += 17) {
    for (let x = 5; x < before.width; x += 17) expect(after.rgbAt(x, y)).toEqual(before.rgbAt(x, y));
  }
});

test('a build shows bytes, rate and time left; cancelled, the next one goes on where it stopped', async ({ open }) => {
  const folder = await mkdtemp(join(runFolder(), 'cube-'));
  const path = join(folder, 'large.sgy');
  // Three gigabytes are written.
  test.slow();
  writeLargeCube(path);
  const { page } = await open({ files: [path] });
  const { section, tree } = new ViewerPage(page);
  const cube = new CubeFilePage(page);
  await section.settled();
  await expect(cube.offer).toBeVisible();
  await expectReadable(page, 'cube-file-offer');
  await cube.acceptOffer();
  // Looked at often: a build takes a few seconds.
  const progress = cube.job.getByTestId('job-progress');
  await expect(async () => {
    expect(await progress.textContent()).toMatch(/ of 1\.9 GB, \d+(\.\d+)? [MG]B\/s, .* left$/);
  }).toPass({ intervals: [50], timeout: 10_000 });
  await cube.job.getByRole('button', { name: 'Cancel: Building large.h5' }).click();
  await expect(cube.job).toHaveCount(0);
  await expect(tree.faults).toHaveCount(0);
  await expect(readFile(join(folder, 'large.h5'))).rejects.toThrow('ENOENT');

  await expect(cube.offer).toContainText('interrupted');
  await cube.show();
  await expect(cube.dialog).toContainText('goes on behind what that finished');
  await expectReadable(page, 'cube-file-continue');
  await cube.action('Continue').click();
  await expect(cube.dialog).toContainText(/[1-9]\d* of \d+ parts are there from before/);
  await cube.expectStatus('serving');
});

test('one that was made of an earlier state is not used, and is replaced on request', async ({ open }) => {
  const { path } = await copyOfSample();
  const first = await open({ files: [path] });
  const earlier = new CubeFilePage(first.page);
  await new ViewerPage(first.page).section.settled();
  await earlier.acceptOffer();
  await earlier.expectStatus('serving');
  await first.close();

  await utimes(path, new Date(), new Date(Date.now() + 5000));
  const { page } = await open({ files: [path] });
  const { section, timing, position } = new ViewerPage(page);
  const cube = new CubeFilePage(page);
  await section.settled();
  await timing.show();
  await expect(cube.offer).toContainText('sample.h5 is out of date: slices come from sample.sgy.');
  await section.showing(() => position.type('inline', 1210));
  await expect(timing.fact('Samples from')).toHaveText(/^sample\.sgy/);
  await cube.acceptOffer();
  await cube.expectStatus('unused');
  await expect(cube.dialog).toContainText('It was made of sample.sgy as of');
  await expectReadable(page, 'cube-file-stale');
  await cube.action('Build anew, replacing it').click();
  await cube.expectStatus('serving');
});

test('one that vanishes while it serves is told once, and the SEG-Y file serves on', async ({ open }) => {
  const { folder, path } = await copyOfSample();
  const { page } = await open({ files: [path] });
  const { section, position, timing } = new ViewerPage(page);
  const cube = new CubeFilePage(page);
  await section.settled();
  await cube.acceptOffer();
  await cube.expectStatus('serving');
  await cube.hide();
  await timing.show();
  await rm(join(folder, 'sample.h5'));
  const notice = page.getByTestId('notice');
  for (const line of [1210, 1220, 1230, 1240]) {
    await section.showing(() => position.type('inline', line));
    await page.waitForTimeout(700);
  }
  await expect(notice).toContainText(/can no longer be read\. .*sample\.h5/);
  await expectReadable(page, 'cube-file-lost', ['dark']);
  await notice.getByRole('button', { name: 'Dismiss' }).click();
  await section.showing(() => position.type('inline', 1260));
  await expect(timing.fact('Samples from')).toHaveText(/^sample\.sgy/);
  await expect(notice).toHaveCount(0);
});

test('where the survey’s folder cannot be written to, another is asked for, and found at the next opening', async ({
  open,
  host,
}) => {
  test.skip(host === 'electron', 'there the system’s dialog asks');
  const { folder, path } = await copyOfSample();
  const elsewhere = await mkdtemp(join(runFolder(), 'elsewhere-'));
  test.skip(!mountReadOnly(folder), 'this system lets the test make no folder that cannot be written to');
  try {
    const { page, stateFolder } = await open({ files: [path], args: ['--root', elsewhere] });
    const cube = new CubeFilePage(page);
    await new ViewerPage(page).section.settled();
    await cube.acceptOffer();
    await expect(cube.dialog).toContainText('does not allow reading or writing');
    await expectReadable(page, 'cube-file-refused');
    await cube.action('Choose another folder…').click();
    await expectReadable(page, 'cube-file-folder', ['dark']);
    await page.getByRole('button', { name: 'Build it here' }).click();
    await cube.expectStatus('serving');
    await expect(cube.dialog).toContainText(join(elsewhere, 'sample.h5'));

    const again = await open({ files: [path], args: ['--root', elsewhere], stateFolder });
    await new ViewerPage(again.page).section.settled();
    await new CubeFilePage(again.page).expectStatus('serving');
  } finally {
    execFileSync('umount', ['-l', folder]);
  }
});

/** Root may write anywhere but there. */
function mountReadOnly(folder: string): boolean {
  try {
    execFileSync('mount', ['--bind', folder, folder], { stdio: 'pipe' });
    execFileSync('mount', ['-o', 'remount,ro,bind', folder], { stdio: 'pipe' });
    return true;
  } catch {
    return false;
  }
}

test('a declined offer does not come back, and the dialog still has it', async ({ open }) => {
  const { path } = await copyOfSample();
  const { page } = await open({ files: [path] });
  const cube = new CubeFilePage(page);
  await new ViewerPage(page).section.settled();
  await cube.offer.getByRole('button', { name: 'Do not offer it again' }).click();
  await expect(cube.offer).toBeHidden();
  await page.reload();
  await new ViewerPage(page).section.settled();
  await cube.expectStatus('none');
  await expect(cube.offer).toBeHidden();
  await expectReadable(page, 'cube-file-none');
});

test('a cube file opened by itself shows the headers that its SEG-Y file had', async ({ open }) => {
  const { folder, path } = await copyOfSample();
  const cube = join(folder, 'alone.h5');
  execFileSync(process.execPath, [join(DIST_NODE, 'cli.mjs'), 'convert', path, cube], { stdio: 'pipe' });
  const seen: unknown[] = [];
  for (const file of [path, cube]) {
    const program = await open({ files: [file] });
    const { page } = program;
    const headers = new HeadersPanelPage(page);
    await new ViewerPage(page).section.settled();
    await headers.show();
    await headers.goTo(5000);
    // Columns and rows come in as the panel finds its size.
    let table = '';
    await expect
      .poll(async () => {
        const earlier = table;
        table = JSON.stringify([await headers.columnNames(), await headers.rows()]);
        return table === earlier;
      })
      .toBe(true);
    const word = await headers.wordRow('xline');
    await headers.choose('Text');
    await expect(headers.text).toContainText('C 1');
    const text = await headers.text.textContent();
    seen.push({ table, word, text });
    if (file === cube) await expectReadable(page, 'cube-file-headers', ['dark']);
    await program.close();
  }
  expect(seen[1]).toEqual(seen[0]);
});
