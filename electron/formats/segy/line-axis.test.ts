import { expect, it } from 'vitest';
import type { LineAxis } from '../../../shared/axes.ts';
import { lineAxisFromNumbers } from './line-axis.ts';
import { createRandom } from './seeded-random.ts';

/** By the definition, whatever it costs. */
function plainAxis(numbers: readonly number[]): LineAxis {
  const distinct = [...new Set(numbers)].sort((a, b) => a - b);
  const [first, last] = [distinct[0]!, distinct.at(-1)!];
  const divides = (step: number): boolean => distinct.every((number) => (number - first) % step === 0);
  let step = distinct.length === 1 ? 1 : distinct[1]! - first;
  while (!divides(step)) step -= 1;
  return { first, last, step, count: (last - first) / step + 1 };
}

const random = createRandom(7);
const integer = (limit: number): number => Math.floor(random() * limit);
const drawn = Array.from({ length: 200 }, (): number[] => {
  const step = 1 + integer(6);
  const start = integer(2000) - 1000;
  return Array.from({ length: 1 + integer(12) }, () => start + step * integer(9));
});

it('finds the axis of any numbers, in either container', () => {
  const known = [[3], [5, 5, 5], [0, 6, 0, 10, 0, 15], [-8, 4, -8, 4, 12], [10, 22, 16, 10], [7, 6, 5, 4, 3]];
  for (const numbers of [...known, ...drawn]) {
    const axis = plainAxis(numbers);
    expect(lineAxisFromNumbers(Int32Array.from(numbers)), numbers.join()).toEqual(axis);
    expect(lineAxisFromNumbers(numbers), numbers.join()).toEqual(axis);
  }
});

it('spans all of int32', () => {
  const ends = Int32Array.of(2 ** 31 - 1, -(2 ** 31), 2 ** 31 - 1);
  expect(lineAxisFromNumbers(ends)).toEqual({ first: -(2 ** 31), last: 2 ** 31 - 1, step: 2 ** 32 - 1, count: 2 });
});

it('takes the traces that count', () => {
  const numbers = Int32Array.of(0, 20, 0, 28, 0, 24);
  expect(lineAxisFromNumbers(numbers, Int32Array.of(1, 3, 5))).toEqual({ first: 20, last: 28, step: 4, count: 3 });
});
