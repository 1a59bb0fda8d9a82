/** A line axis from the numbers that occur. */
import type { LineAxis } from '../../../shared/axes.ts';

/**
 * Ascending, with the greatest common divisor of all differences as its step, so that a skipped line is a missing one.
 * @param numbers line numbers in any order, repeated at will; at least one.
 */
export function lineAxisFromNumbers(numbers: Iterable<number>): LineAxis {
  let first = Infinity;
  let last = -Infinity;
  let start = 0;
  let step = 0;
  let before = Number.NaN;
  for (const number of numbers) {
    // Along a line of the file one of the two numbers stays.
    if (number === before) continue;
    if (first === Infinity) start = number;
    before = number;
    if (number < first) first = number;
    if (number > last) last = number;
    if (step !== 1) step = greatestCommonDivisor(Math.abs(number - start), step);
  }
  return lineAxis(first, last, Math.max(step, 1));
}

/** From the numbers of an arithmetic progression in either direction. */
export function lineAxisFromEnds(first: number, last: number, count: number): LineAxis {
  const step = count === 1 ? 1 : Math.abs(last - first) / (count - 1);
  return lineAxis(Math.min(first, last), Math.max(first, last), step);
}

const lineAxis = (first: number, last: number, step: number): LineAxis => ({
  first,
  last,
  step,
  count: Math.round((last - first) / step) + 1,
});

function greatestCommonDivisor(a: number, b: number): number {
  while (b !== 0) [a, b] = [b, a % b];
  return a;
}
