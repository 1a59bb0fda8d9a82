import { expect, test } from 'vitest';
import { groupLines, vintageOf } from './line-groups.ts';

const inFolder = (folder: string, ...names: string[]) =>
  names.map((name) => ({ name, path: `/data/${folder}/${name}` }));

test.each([
  ['CL94-208', 'CL94'],
  ['GSR_93_118a', 'GSR_93'],
  ['Line 12', 'Line'],
  ['208', null],
  ['dip', null],
])('the vintage of %s is %s', (name, vintage) => expect(vintageOf(name)).toBe(vintage));

test('vintages of one folder are told apart', () => {
  const { names, groupOf } = groupLines(inFolder('all', 'CL94-1', 'CL03-2', 'CL94-3', 'CL03-4'));
  expect(names).toEqual(['CL03', 'CL94']);
  expect(groupOf).toEqual([1, 0, 1, 0]);
});

test('lines that do not tell vintages belong to their folder', () => {
  const lines = [...inFolder('north', 'A-1', 'A-2', 'dip'), ...inFolder('south', 'Line 1', 'Line 2')];
  const { names, groupOf } = groupLines(lines);
  expect(names).toEqual(['north', 'south']);
  expect(groupOf).toEqual([0, 0, 0, 1, 1]);
  // As many vintages as lines tell nothing either.
  expect(groupLines(inFolder('all', 'A-1', 'B-1', 'C-1')).names).toEqual(['all']);
});

test('nothing makes no groups, and a synthetic line one without a name', () => {
  expect(groupLines([])).toEqual({ names: [], groupOf: [] });
  expect(groupLines([{ name: 'x', path: null }]).names).toEqual(['']);
});
