import { expect, test } from 'vitest';
import { plain, signed } from './tie-figures.ts';

test.each([
  [1.26, 1, '+1.3'],
  [-1.26, 1, '−1.3'],
  [-0.04, 1, '0.0'],
  [undefined, 1, '–'],
  [NaN, 1, '–'],
])('%s with %i decimals is %s', (value, decimals, text) => expect(signed(value, decimals)).toBe(text));

test('gains and qualities have no sign', () => {
  expect(plain(1.2, 2)).toBe('1.20');
  expect(plain(NaN, 2)).toBe('–');
});
