import { expect, it } from 'vitest';
import { mayBeRounded, wholeAmplitude } from './exact-amplitude.ts';
import { SAMPLE_FORMATS } from './sample-formats.ts';

it.each<[format: number, amplitude: number, mayBe: boolean, whole: string | null]>([
  [2, 16_777_215, false, '16777215'],
  [2, 16_777_216, true, null],
  [2, -16_777_216, true, null],
  [9, -5, false, '-5'],
  [12, 2 ** 63, true, null],
  [3, -12_345, false, '-12345'],
  [15, 2 ** 24 - 1, false, '16777215'],
  [1, 1.5, false, null],
  [1, 0, true, null],
  [1, 1e-40, true, null],
  [1, Infinity, true, null],
  [4, 0.75, false, null],
  [5, 0, false, null],
  [6, 1.5, true, null],
])('format %i: %d may be rounded: %s, whole: %s', (format, amplitude, mayBe, whole) => {
  expect(mayBeRounded(format, amplitude)).toBe(mayBe);
  expect(wholeAmplitude(format, amplitude)).toBe(whole);
});

it('takes every integer format of the standard for one, and no other', () => {
  const integers = SAMPLE_FORMATS.filter(({ name }) => name.endsWith('integer')).map(({ code }) => code);
  expect(SAMPLE_FORMATS.map(({ code }) => code).filter((code) => wholeAmplitude(code, 7) !== null)).toEqual(integers);
});
