/** A line axis from the numbers that occur. */
import type { LineAxis } from '../../../shared/axes.ts';

/**
 * Ascending, with the greatest common divisor of all differences as its step, so that a skipped line is a missing one.
 * @param numbers line numbers in any order, repeated at will; at least one
 * @param traces the elements of `numbers` that count; null for all
 */
export function lineAxisFromNumbers(
  numbers: Int32Array | readonly number[],
  traces: Int32Array | null = null,
): LineAxis {
  const count = traces === null ? numbers.length : traces.length;
  let before = numbers[traces === null ? 0 : traces[0]!]!;
  let [first, last, step, lastDifference] = [before, before, 0, 0];
  for (let i = 1; i < count; i += 1) {
    const number = numbers[traces === null ? i : traces[i]!]!;
    if (number === before) continue;
    if (number < first) first = number;
    if (number > last) last = number;
    // What divides all differences of neighbours divides all others. Along a line of the file they are alike.
    const difference = number - before;
    before = number;
    if (step === 1 || difference === lastDifference) continue;
    lastDifference = difference;
    step = greatestCommonDivisor(Math.abs(difference), step);
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
  while (b !== 0) {
    const rest = a % b;
    a = b;
    b = rest;
  }
  return a;
}
