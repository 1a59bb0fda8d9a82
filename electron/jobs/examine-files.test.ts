/** Files of every kind in one folder, looked at without a process. */
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { FolderFile } from '../../shared/folder.ts';
import { walkFolder } from '../engine/folders/walk-folder.ts';
import { buildSegy, gridTraces, type TestTrace } from '../formats/segy/test-segy-builder.ts';
import { createReader } from '../native/open-reader.ts';
import { examineFiles } from './examine-files.ts';

const ANYWHERE = { roots: 'anywhere', files: [] } as const;
const GRID = { inlines: [10, 12, 14], crosslines: [3, 4] };
/** A line whose last traces lie where its box ends. */
const LINE: TestTrace[] = Array.from({ length: 20 }, (_, i) => ({
  words: { 21: i + 1, 71: -10, 181: 1000 + 250 * i, 185: 90_000 - 10 * i },
  samples: [1, 2, 3, 4, 5],
}));

let folder: string;
let elsewhere: string;
const never = new AbortController().signal;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'crossline-folder-'));
  elsewhere = await mkdtemp(join(tmpdir(), 'crossline-elsewhere-'));
  await mkdir(join(folder, 'lines', 'old'), { recursive: true });
  await mkdir(join(folder, '.hidden'));
  const cube = buildSegy({ traces: gridTraces(GRID) });
  const files: [string, Uint8Array | string][] = [
    ['cube.sgy', cube],
    ['lines/L2.sgy', buildSegy({ traces: LINE })],
    ['lines/L10.sgy', buildSegy({ traces: LINE }).slice(0, -7)],
    ['lines/old/L1.sgy', buildSegy({ traces: LINE })],
    ['notes.txt', 'no survey'],
    ['empty', ''],
    ['.hidden/cube.sgy', cube],
    ['.cube.sgy', cube],
  ];
  for (const [name, content] of files) await writeFile(join(folder, name), content);
  await writeFile(join(elsewhere, 'secret.sgy'), cube);
  await symlink(join(elsewhere, 'secret.sgy'), join(folder, 'link-out.sgy'));
  await symlink(join(folder, 'cube.sgy'), join(folder, 'link-in.sgy'));
  await symlink(folder, join(folder, 'lines', 'round'));
  await symlink(join(folder, 'gone'), join(folder, 'link-to-nothing'));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
  await rm(elsewhere, { recursive: true });
});

async function examine(signal = never, onItems?: (files: readonly FolderFile[]) => void): Promise<FolderFile[]> {
  const found: FolderFile[] = [];
  const { files } = await walkFolder({ roots: [folder], files: [] }, folder, never);
  await examineFiles(
    { files, stateFolder: join(elsewhere, 'state'), cacheFolder: join(elsewhere, 'cache') },
    {
      reader: createReader(),
      signal,
      onProgress: () => undefined,
      onItems: (items) => {
        found.push(...items);
        onItems?.(items);
      },
    },
  );
  return found;
}

it('finds files beneath a folder by name, but nothing hidden, no way out and no circle', async () => {
  const { path, files, isCut } = await walkFolder({ roots: [folder], files: [] }, folder, never);
  expect({ path, isCut }).toEqual({ path: folder, isCut: false });
  const names = ['cube.sgy', 'empty', 'lines/L2.sgy', 'lines/L10.sgy', 'lines/old/L1.sgy', 'link-in.sgy', 'notes.txt'];
  expect(files.map(({ name }) => name)).toEqual(names);
  expect(files[2]).toMatchObject({ path: join(folder, 'lines', 'L2.sgy'), bytes: 3600 + 20 * 260 });
  const anywhere = await walkFolder(ANYWHERE, folder, never);
  expect(anywhere.files.map(({ name }) => name)).toContain('link-out.sgy');
});

it('refuses what is no folder, none of ours, or not there', async () => {
  const roots = { roots: [folder], files: [] };
  const codeOf = async (path: string): Promise<unknown> =>
    await walkFolder(roots, path, never).catch((error: unknown) => (error as { fault: { code: string } }).fault.code);
  expect(await codeOf(elsewhere)).toBe('outside-roots');
  expect(await codeOf(join(folder, 'nowhere'))).toBe('file-not-found');
  expect(await codeOf(join(folder, 'notes.txt'))).toBe('usage');
});

it('says of each file what it is, where it lies and how it does, or why it does not open', async () => {
  const files = await examine();
  expect(files).toHaveLength(7);
  const of = (name: string): FolderFile => files.find((file) => file.name === name)!;
  expect(of('cube.sgy').survey).toMatchObject({
    kind: 'cube',
    traceCount: 6,
    inline: { first: 10, last: 14, step: 2 },
    crossline: { first: 3, last: 4 },
    box: { unit: 'metres' },
    health: { state: 'sound', counts: { error: 0, warning: 0 } },
  });
  expect(of('lines/L2.sgy').survey).toMatchObject({
    kind: 'line',
    traceCount: 20,
    samples: { count: 5, firstSampleMs: 0, sampleIntervalUs: 4000 },
    inline: null,
    box: { minX: 100, maxX: 575, minY: 8981, maxY: 9000 },
  });
  expect(of('lines/L10.sgy').survey?.health.state).not.toBe('sound');
  expect(of('notes.txt')).toMatchObject({ survey: null, fault: { code: 'not-segy' } });
  expect(of('empty')).toMatchObject({ survey: null, fault: { code: 'not-segy' } });
});

it('loses no file between its messages, and stops when cancelled', async () => {
  const many = join(folder, 'many');
  await mkdir(many);
  const line = buildSegy({ traces: LINE });
  for (let i = 0; i < 150; i += 1) await writeFile(join(many, `L${i}.sgy`), line);
  const names = new Set((await examine()).map(({ name }) => name));
  expect(names.size).toBe(157);

  const controller = new AbortController();
  const cancelled = examine(controller.signal, () => controller.abort());
  controller.abort();
  await expect(cancelled).rejects.toMatchObject({ fault: { code: 'cancelled' } });
});
