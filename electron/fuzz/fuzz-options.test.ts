import { expect, it } from 'vitest';
import { parseFuzzOptions } from './fuzz-options.ts';

it('runs a thousand cases of seed 1 unless told otherwise', () => {
  expect(parseFuzzOptions([])).toEqual({
    seed: 1,
    first: 0,
    cases: 1000,
    seconds: Infinity,
    workers: 1,
    isAgain: false,
    keep: null,
  });
});

it('runs one case again by its name', () => {
  expect(parseFuzzOptions(['--case', '7:123', '--cases', '9'])).toMatchObject({ seed: 7, first: 123, cases: 1 });
});

it.each([['--case', '7'], ['--cases', 'many'], ['--seed', '-1'], ['--what']])('refuses %s %s', (...words) => {
  expect(() => parseFuzzOptions(words)).toThrow();
});
