import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { MAPPING_OPTIONS as OPTION_NAMES } from '../../shared/mapping/mapping-options-text.ts';
import { MAPPING_OPTIONS, parseStartArguments } from './start-arguments.mjs';

const folder = resolve('/surveys');

test('paths mean the folder where the user stands', () => {
  expect(parseStartArguments(['f3.sgy', '../other/a.sgy'], folder)).toEqual({
    files: [resolve(folder, 'f3.sgy'), resolve('/other/a.sgy')],
    sample: false,
    help: false,
    mappingArgs: [],
  });
});

test('absolute paths and addresses stay as they are', () => {
  const absolute = resolve('/data/f3.sgy');
  expect(parseStartArguments([absolute, 'synthetic:?seed=1'], folder).files).toEqual([absolute, 'synthetic:?seed=1']);
});

test('--sample is an option, an unknown option an error', () => {
  expect(parseStartArguments(['--sample'], folder)).toEqual({
    files: [],
    sample: true,
    help: false,
    mappingArgs: [],
  });
  expect(parseStartArguments(['-h'], folder).help).toBe(true);
  expect(() => parseStartArguments(['--simple'], folder)).toThrow('--simple');
});

test('the options that say how files are read are handed on, the path of a mapping made absolute', () => {
  const args = ['a.sgy', '--inline-byte', '5', '--scalar-value=-100', '--mapping', 'petrel.json'];
  expect(parseStartArguments(args, folder)).toEqual({
    files: [resolve(folder, 'a.sgy')],
    sample: false,
    help: false,
    mappingArgs: [`--mapping=${resolve(folder, 'petrel.json')}`, '--inline-byte=5', '--scalar-value=-100'],
  });
});

test('all of them are known', () => {
  expect(new Set(MAPPING_OPTIONS.map((name) => `--${name}`))).toEqual(
    new Set(['--mapping', ...Object.values(OPTION_NAMES)]),
  );
});
