import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { parseStartArguments } from './start-arguments.mjs';

const folder = resolve('/surveys');

test('paths mean the folder where the user stands', () => {
  expect(parseStartArguments(['f3.sgy', '../other/a.sgy'], folder)).toEqual({
    files: [resolve(folder, 'f3.sgy'), resolve('/other/a.sgy')],
    sample: false,
  });
});

test('absolute paths and addresses stay as they are', () => {
  const absolute = resolve('/data/f3.sgy');
  expect(parseStartArguments([absolute, 'synthetic:?seed=1'], folder).files).toEqual([absolute, 'synthetic:?seed=1']);
});

test('--sample is an option, an unknown option an error', () => {
  expect(parseStartArguments(['--sample'], folder)).toEqual({ files: [], sample: true });
  expect(() => parseStartArguments(['--simple'], folder)).toThrow('--simple');
});
