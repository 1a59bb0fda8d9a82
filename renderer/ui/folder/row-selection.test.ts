import { expect, it } from 'vitest';
import { NOTHING_SELECTED, selectAll, selectRow } from './row-selection.ts';

const ROWS = ['a', 'b', 'c', 'd'].map((path) => ({ path }));
const chosen = ({ paths }: { readonly paths: ReadonlySet<string> }): string => [...paths].join('');

it('chooses one, more, a range from the anchor either way, and all', () => {
  const one = selectRow(NOTHING_SELECTED, ROWS, 1, 'only');
  expect([chosen(one), one.current]).toEqual(['b', 'b']);
  const two = selectRow(one, ROWS, 3, 'toggle');
  expect(chosen(two)).toBe('bd');
  expect(chosen(selectRow(two, ROWS, 1, 'toggle'))).toBe('d');
  expect(chosen(selectRow(one, ROWS, 3, 'range'))).toBe('bcd');
  expect(chosen(selectRow(selectRow(one, ROWS, 3, 'range'), ROWS, 0, 'range'))).toBe('ab');
  expect(chosen(selectAll(one, ROWS))).toBe('abcd');
});

it('stays with its rows when these move, and as it is where there is no such row', () => {
  const one = selectRow(NOTHING_SELECTED, ROWS, 1, 'only');
  const moved = [{ path: 'new' }, ...ROWS];
  expect(chosen(selectRow(one, moved, 4, 'range'))).toBe('bcd');
  expect(selectRow(one, ROWS, 9, 'only')).toBe(one);
  expect(chosen(selectRow(NOTHING_SELECTED, ROWS, 2, 'range'))).toBe('c');
});
