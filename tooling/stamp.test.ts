import { mkdirSync, mkdtempSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { hashInputs } from './stamp.mjs';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'crossline-stamp-'));
  mkdirSync(join(root, 'source', 'inner'), { recursive: true });
  writeFileSync(join(root, 'source', 'a.ts'), 'one');
  writeFileSync(join(root, 'source', 'inner', 'b.ts'), 'two');
});
afterEach(() => rmSync(root, { recursive: true }));

const hash = (options = {}) => hashInputs(root, ['source', 'absent'], options);

test('a changed content, a new file and a new name each change the hash', () => {
  const hashes = [hash()];
  writeFileSync(join(root, 'source', 'inner', 'b.ts'), 'three');
  hashes.push(hash());
  writeFileSync(join(root, 'source', 'c.ts'), '');
  hashes.push(hash());
  renameSync(join(root, 'source', 'c.ts'), join(root, 'source', 'd.ts'));
  hashes.push(hash());
  hashes.push(hash({ facts: ['v20'] }));
  expect(new Set(hashes).size).toBe(hashes.length);
});

test('text moved from one file to the next changes the hash', () => {
  const before = hash();
  writeFileSync(join(root, 'source', 'a.ts'), 'onetwo');
  writeFileSync(join(root, 'source', 'inner', 'b.ts'), '');
  expect(hash()).not.toBe(before);
});

test('a touched file and a file that is no input do not', () => {
  const isInput = (path: string) => !path.endsWith('.test.ts');
  const before = hash({ isInput });
  utimesSync(join(root, 'source', 'a.ts'), new Date(0), new Date(0));
  writeFileSync(join(root, 'source', 'a.test.ts'), 'test');
  expect(hash({ isInput })).toBe(before);
});
