import { expect, it } from 'vitest';
import { KEPT_RESULTS, Sink } from './sink.ts';

it('keeps the last eight and gives back the oldest beyond them', () => {
  const sink = new Sink<number>();
  const dropped = Array.from({ length: KEPT_RESULTS + 2 }, (_, result) => sink.keep(result));
  expect(dropped.slice(0, KEPT_RESULTS)).toEqual(new Array(KEPT_RESULTS).fill(undefined));
  expect(dropped.slice(KEPT_RESULTS)).toEqual([0, 1]);
  expect(sink.drain()).toEqual([2, 3, 4, 5, 6, 7, 8, 9]);
  expect(sink.drain()).toEqual([]);
});
