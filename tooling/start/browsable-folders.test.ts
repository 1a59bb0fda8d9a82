import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { browsableFolders } from './browsable-folders.mjs';

const home = resolve('/home/anna');

test.each([
  ['/home/anna', ['/home/anna']],
  ['/home/anna/surveys', ['/home/anna']],
  ['/home/anna/..surveys', ['/home/anna']],
  ['/home', ['/home/anna', '/home']],
  ['/home/anna2', ['/home/anna', '/home/anna2']],
  ['/data/f3', ['/home/anna', '/data/f3']],
])('from %s', (folder, expected) => {
  expect(browsableFolders(home, resolve(folder))).toEqual(expected.map((path) => resolve(path)));
});
