import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isCrosslineError } from '../../shared/errors.ts';
import { allowedPath, type FileAccess } from './file-access.ts';
import { listFolder } from './list-folder.ts';
import { RecentSurveys } from './recent-surveys.ts';

let folder: string;
let access: FileAccess;

beforeAll(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'crossline-access-')));
  for (const name of ['root', 'root/sub', 'root-beside', 'other']) await mkdir(join(folder, name));
  for (const name of ['root/a.sgy', 'root/sub/b.sgy', 'root-beside/c.sgy', 'other/d.sgy', 'other/named.sgy']) {
    await writeFile(join(folder, name), name);
  }
  await symlink(join(folder, 'other/d.sgy'), join(folder, 'root/way-out.sgy'));
  await symlink(join(folder, 'root/a.sgy'), join(folder, 'other/way-in.sgy'));
  await symlink(join(folder, 'nowhere'), join(folder, 'root/broken.sgy'));
  await writeFile(join(folder, 'root/.hidden'), '');
  await writeFile(join(folder, 'root/line10.sgy'), '');
  await writeFile(join(folder, 'root/line9.sgy'), '');
  access = { roots: [join(folder, 'root')], files: [join(folder, 'other/named.sgy')] };
});

afterAll(() => rm(folder, { recursive: true }));

const answer = async (path: string): Promise<string> => {
  try {
    return await allowedPath(access, join(folder, path));
  } catch (thrown) {
    return isCrosslineError(thrown) ? thrown.fault.code : String(thrown);
  }
};

describe('what a host may open', () => {
  it.each(['root/a.sgy', 'root/sub/b.sgy', 'root', 'other/named.sgy'])('%s is allowed', async (path) => {
    expect(await answer(path)).toBe(join(folder, path));
  });

  it.each([
    'other/d.sgy',
    'root-beside/c.sgy',
    'root/../other/d.sgy',
    'root/way-out.sgy',
    'other/none.sgy',
    'other',
    '.',
  ])('%s is outside', async (path) => {
    expect(await answer(path)).toBe('outside-roots');
  });

  it('follows a link to what it names', async () => {
    expect(await answer('other/way-in.sgy')).toBe(join(folder, 'root/a.sgy'));
  });

  it('says that a file is missing only inside the roots', async () => {
    expect(await answer('root/none.sgy')).toBe('file-not-found');
    expect(await answer('root/broken.sgy')).toBe('file-not-found');
  });

  it('is everything where the host belongs to its user', async () => {
    expect(await allowedPath({ roots: 'anywhere', files: [] }, join(folder, 'other/d.sgy'))).toContain('d.sgy');
  });
});

describe('a folder listing', () => {
  it('names folders first, numbers in order, and leaves out what cannot be opened', async () => {
    const { path, parent, entries } = await listFolder(access, join(folder, 'root'));
    expect([path, parent]).toEqual([join(folder, 'root'), null]);
    expect(entries.map(({ name, kind }) => `${kind} ${name}`)).toEqual([
      'folder sub',
      'file a.sgy',
      'file line9.sgy',
      'file line10.sgy',
      'file way-out.sgy',
    ]);
    expect(entries.find(({ name }) => name === 'a.sgy')?.bytes).toBe('root/a.sgy'.length);
  });

  it('leads back to the root from below it', async () => {
    expect((await listFolder(access, join(folder, 'root/sub'))).parent).toBe(join(folder, 'root'));
  });
});

describe('recent surveys', () => {
  it('are kept newest first, each once, and no more than twelve', async () => {
    const state = join(folder, 'state');
    const recent = new RecentSurveys(state, true);
    expect(await recent.list()).toEqual([]);
    await Promise.all(Array.from({ length: 13 }, (_, index) => recent.add(`/data/${index}.sgy`)));
    await recent.add('/data/5.sgy');
    const names = (await new RecentSurveys(state, true).list()).map(({ name }) => name);
    expect(names).toHaveLength(12);
    expect(names.slice(0, 3)).toEqual(['5.sgy', '12.sgy', '11.sgy']);
    expect(new Set(names).size).toBe(12);
  });

  it('are forgotten rather than trusted when their file is damaged', async () => {
    const state = join(folder, 'damaged');
    await mkdir(state);
    await writeFile(join(state, 'recent.json'), '[{"path": 3}, {"path": "/a", "name": "a", "openedMs": 1}, 7]');
    expect(await new RecentSurveys(state, true).list()).toEqual([{ path: '/a', name: 'a', openedMs: 1 }]);
    await writeFile(join(state, 'recent.json'), '{');
    expect(await new RecentSurveys(state, true).list()).toEqual([]);
  });
});
