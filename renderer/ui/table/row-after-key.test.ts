import { expect, test } from 'vitest';
import { rowAfterKey } from './row-after-key.ts';

test.each([
  ['ArrowDown', 3, 4],
  ['ArrowDown', -1, 0],
  ['ArrowDown', 19, 19],
  ['ArrowUp', 0, 0],
  ['ArrowUp', -1, 0],
  ['PageDown', 3, 11],
  ['PageDown', 15, 19],
  ['PageUp', 3, 0],
  ['Home', 7, 0],
  ['End', 7, 19],
  ['Enter', 7, null],
  ['constructor', 7, null],
])('%s at %i leads to %s', (key, current, expected) => {
  expect(rowAfterKey(key, current, 20, 8)).toBe(expected);
});

test('leads nowhere without rows', () => {
  expect(rowAfterKey('End', -1, 0, 8)).toBeNull();
});
