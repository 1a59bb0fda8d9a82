/** Faults are told where they happen, say what to do, and leave everything else usable. */
import { chmod, copyFile, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runFolder } from '../fixtures/run-files.ts';
import { sampleCube } from '../fixtures/survey-files.ts';
import { expect, test } from '../fixtures/test.ts';
import { ViewerPage } from '../pages/viewer.ts';

const inRunFolder = (name: string): string => join(runFolder(), name);

interface Case {
  readonly name: string;
  readonly code: string;
  readonly make: () => Promise<string>;
}

const CASES: readonly Case[] = [
  { name: 'a missing file', code: 'file-not-found', make: () => Promise.resolve(inRunFolder('missing.sgy')) },
  {
    name: 'a file that is no SEG-Y',
    code: 'not-segy',
    make: async () => {
      const path = inRunFolder('text.sgy');
      await writeFile(path, 'no survey, only words\n'.repeat(400));
      return path;
    },
  },
  {
    name: 'a file that ends in its first trace',
    code: 'truncated',
    make: async () => {
      const path = inRunFolder('short.sgy');
      await copyFile(sampleCube().path, path);
      await truncate(path, 3600 + 500);
      return path;
    },
  },
];

for (const { name, code, make } of CASES) {
  test(`${name}: says so beside a survey that goes on`, async ({ open }) => {
    const { page } = await open({ files: [sampleCube().path, await make()] });
    const { section, tree } = new ViewerPage(page);
    await expect(tree.faults).toHaveAttribute('data-fault-code', code);
    await section.settled();
    await section.showing(() => page.keyboard.press('ArrowRight'));
    await tree.faults.getByRole('button', { name: 'Dismiss' }).click();
    await expect(tree.faults).toHaveCount(0);
  });
}

test('a file without permission to read says so', async ({ open }) => {
  test.skip(
    process.platform === 'win32' || process.getuid?.() === 0,
    'root and Windows may read every file of their own',
  );
  const path = inRunFolder('locked.sgy');
  await copyFile(sampleCube().path, path);
  await chmod(path, 0o000);
  const { page } = await open({ files: [path] });
  await expect(new ViewerPage(page).tree.faults).toHaveAttribute('data-fault-code', 'no-permission');
});

test('a file that shrinks while it is open gives an error, and the page and other surveys go on', async ({ open }) => {
  const path = inRunFolder('shrinking.sgy');
  await copyFile(sampleCube().path, path);
  const { page } = await open({ files: [path, sampleCube().path] });
  const { section, position, tree } = new ViewerPage(page);
  await expect(tree.surveys).toHaveCount(2);
  await tree.activate('shrinking.sgy');
  await section.settled();
  await truncate(path, 100_000);
  await position.type('inline', 1290);
  await expect(tree.faults.first()).toBeVisible();

  const shownId = await section.shownId();
  await tree.activate('sample-small.sgy');
  await section.settled(shownId);
  await section.showing(() => page.keyboard.press('ArrowRight'));
});
