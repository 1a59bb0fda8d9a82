import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { writeAtomically } from './write-atomically.ts';

let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'crossline-write-'))));
afterEach(() => rmSync(folder, { recursive: true }));

it('replaces a file with all parts, and leaves nothing else behind', async () => {
  const path = join(folder, 'slice.csv');
  writeFileSync(path, 'earlier');
  await writeAtomically(path, ['a,', Uint8Array.of(0x62), '\n']);
  expect(readFileSync(path, 'utf8')).toBe('a,b\n');
  expect(readdirSync(folder)).toEqual(['slice.csv']);
});

it('keeps the earlier file where making the content fails', async () => {
  const path = join(folder, 'slice.csv');
  writeFileSync(path, 'earlier');
  const parts = (function* () {
    yield 'half';
    throw new Error('no more');
  })();
  await expect(writeAtomically(path, parts)).rejects.toMatchObject({ fault: { code: 'io-failed' } });
  expect(readFileSync(path, 'utf8')).toBe('earlier');
  expect(readdirSync(folder)).toEqual(['slice.csv']);
});

it('says that the folder is missing', async () => {
  const missing = join(folder, 'nowhere');
  await expect(writeAtomically(join(missing, 'slice.npy'), ['x'])).rejects.toMatchObject({
    fault: { code: 'file-not-found', path: missing },
  });
});
