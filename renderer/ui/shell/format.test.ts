import { expect, test } from 'vitest';
import { countOf, fileNameOf, formatAmplitude, formatBytes, formatCount, formatMs, formatStored } from './format.ts';

test.each([
  [0, '0'],
  [-1234.56, '−1235'],
  [0.0123456, '0.01235'],
  [1.5e-7, '1.500e−7'],
  [-2.5e9, '−2.500e9'],
  [Infinity, '∞'],
])('amplitude %s is written %s', (amplitude, text) => expect(formatAmplitude(amplitude)).toBe(text));

test.each([
  ['-9223372036854775808', '−9223372036854775808'],
  ['7.25e+75', '7.25e75'],
  ['-1.5e-300', '−1.5e−300'],
  ['-Infinity', '−∞'],
])('the stored value %s is written %s', (stored, text) => expect(formatStored(stored)).toBe(text));

test.each([
  [0, '0 B'],
  [999, '999 B'],
  [1500, '1.5 kB'],
  [848_000_000, '848 MB'],
  [999_999, '1.0 MB'],
])('%s bytes are written %s', (bytes, text) => expect(formatBytes(bytes)).toBe(text));

test('milliseconds keep the digits that matter', () => {
  expect([0.123, 12.34, 123.4].map(formatMs)).toEqual(['0.12', '12.3', '123']);
});

test('counts are grouped', () => expect(formatCount(1234567)).toBe('1\u2009234\u2009567'));

test('one of a kind is not plural', () => {
  expect([0, 1, 2].map((count) => countOf(count, 'note'))).toEqual(['0 notes', '1 note', '2 notes']);
});

test('file names end paths of both kinds', () => {
  expect(fileNameOf('/data/a.sgy')).toBe('a.sgy');
  expect(fileNameOf('C:\\data\\a.sgy')).toBe('a.sgy');
});
