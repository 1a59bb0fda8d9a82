import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, stat, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isSampleComplete } from './sample-folder.ts';
import { planSample } from './sample-plan.ts';
import { TINY_DESIGN } from './tiny-design.ts';
import { findSample, writeSurvey } from './write-sample.ts';

const plan = planSample(TINY_DESIGN);
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'crossline-sample-'));
});
afterEach(() => rm(folder, { recursive: true }));

/** Name to hash of every file there. */
async function hashes(of: string): Promise<Record<string, string>> {
  const entries = (await readdir(of)).sort().map(async (name) => {
    const content = await readFile(join(of, name));
    return [name, createHash('sha256').update(content).digest('hex')] as const;
  });
  return Object.fromEntries(await Promise.all(entries));
}

test('writes a cube, 24 lines and the truth, the same bytes each time, and tells the progress', async () => {
  const progress: [number, number][] = [];
  const paths = await writeSurvey(folder, TINY_DESIGN, { onProgress: (done, total) => progress.push([done, total]) });
  const first = await hashes(folder);
  expect(Object.keys(first).length).toBe(26);
  expect([paths.cubePath, paths.truthPath]).toEqual([join(folder, 'sample-tiny.sgy'), join(folder, 'truth.json')]);
  expect(paths.linePaths.length).toBe(24);

  const sizes = await Promise.all([paths.cubePath, ...paths.linePaths].map(async (path) => (await stat(path)).size));
  const total = sizes.reduce((sum, size) => sum + size, 0);
  expect(progress.at(-1)).toEqual([total, total]);
  expect(progress.map(([done]) => done)).toEqual(progress.map(([done]) => done).sort((a, b) => a - b));

  await writeSurvey(folder, TINY_DESIGN, {});
  expect(await hashes(folder)).toEqual(first);
});

test('another seed gives other samples', async () => {
  await writeSurvey(folder, TINY_DESIGN, {});
  const first = await hashes(folder);
  await writeSurvey(folder, { ...TINY_DESIGN, seed: 2 }, {});
  expect((await hashes(folder))['sample-tiny.sgy']).not.toBe(first['sample-tiny.sgy']);
});

test('the truth lists every line with its correction and the crossings by name', async () => {
  const { truthPath } = await writeSurvey(folder, TINY_DESIGN, {});
  const truth = JSON.parse(await readFile(truthPath, 'utf8')) as Record<'lines' | 'crossings', object[]>;
  expect(Object.keys(truth)).toEqual(['lines', 'crossings']);
  const lineKeys = ['file', 'name', 'shiftMs', 'phaseDeg', 'gain', 'shiftCurve', 'isReference'];
  for (const line of truth.lines) expect(Object.keys(line)).toEqual(lineKeys);
  const crossingKeys = ['line1', 'line2', 'x', 'y', 't11', 't12', 't21', 't22'];
  for (const crossing of truth.crossings) expect(Object.keys(crossing)).toEqual(crossingKeys);
  expect(truth.lines.map((line) => 'file' in line && existsSync(join(folder, String(line.file))))).toEqual(
    Array.from({ length: 24 }, () => true),
  );
});

test('a cancelled run leaves the earlier sample and nothing of its own', async () => {
  await writeSurvey(folder, TINY_DESIGN, {});
  const before = await hashes(folder);
  const cancel = new AbortController();
  const run = writeSurvey(folder, TINY_DESIGN, {
    signal: cancel.signal,
    onProgress: (done, total) => {
      if (done > total / 2) cancel.abort();
    },
  });
  await expect(run).rejects.toMatchObject({ fault: { code: 'cancelled' } });
  expect(await hashes(folder)).toEqual(before);
});

test('while it runs, no file has its final name', async () => {
  const seen: string[][] = [];
  let listing = Promise.resolve();
  await writeSurvey(folder, TINY_DESIGN, {
    onProgress: () => {
      listing = listing.then(async () => void seen.push(await readdir(folder)));
    },
  });
  await listing;
  expect(seen[0]).toEqual(['sample-tiny.sgy.part']);
});

test('refuses to replace files of another origin', async () => {
  for (const name of ['cl85-103.sgy', 'truth.json']) {
    const path = join(folder, name);
    await writeFile(path, 'mine');
    await expect(writeSurvey(folder, TINY_DESIGN, {})).rejects.toMatchObject({ fault: { code: 'file-exists', path } });
    expect(await readdir(folder)).toEqual([name]);
    await rm(path);
  }
});

test.skipIf(!existsSync('/dev/full'))('a full disk is said to be full (needs /dev/full)', async () => {
  await symlink('/dev/full', join(folder, 'sample-tiny.sgy.part'));
  await expect(writeSurvey(folder, TINY_DESIGN, {})).rejects.toMatchObject({ fault: { code: 'disk-full' } });
  expect(await readdir(folder)).toEqual([]);
});

test('a survey larger than the free space is refused before anything is written', async () => {
  const vast = { ...TINY_DESIGN, inlineCount: 2 ** 40, inlineSpacingM: 1e-7 };
  await expect(writeSurvey(folder, vast, {})).rejects.toMatchObject({ fault: { code: 'disk-full', path: folder } });
  expect(await readdir(folder)).toEqual([]);
});

test('a sample is complete with all its files in full length, of this version', async () => {
  expect(await isSampleComplete(folder, plan)).toBe(false);
  const paths = await writeSurvey(folder, TINY_DESIGN, {});
  expect(await isSampleComplete(folder, plan)).toBe(true);
  expect(await isSampleComplete(folder, planSample({ ...TINY_DESIGN, seed: 2 }))).toBe(false);
  expect(await findSample(folder, 'small')).toBeNull();
  await truncate(paths.linePaths[3]!, 5000);
  expect(await isSampleComplete(folder, plan)).toBe(false);
});
