/** An axis from numbers that a file gives for its positions. */
import type { LineAxis } from '../../../../shared/axes.ts';

/** Null where they do not ascend evenly by whole numbers: positions then are counted from 0. */
export function lineAxisOf(numbers: readonly number[]): LineAxis | null {
  const [first, second] = numbers;
  if (first === undefined) return null;
  const step = second === undefined ? 1 : second - first;
  const isEven = numbers.every((number, i) => Number.isInteger(number) && number === first + i * step);
  return isEven && step > 0 ? { first, last: first + (numbers.length - 1) * step, step, count: numbers.length } : null;
}

export const countedAxis = (count: number): LineAxis => ({ first: 0, last: count - 1, step: 1, count });
