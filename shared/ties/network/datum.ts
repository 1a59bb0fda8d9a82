/** Without reference lines only differences are known: the median of a group's corrections is made 0. */
import { wrapDegrees } from '../correction.ts';
import { median } from './robust-solution.ts';

/**
 * The angle from which the angles lie least far in sum, round the circle; of an even number the middle between the two
 * nearest to it. NaN of none.
 */
export function circularMedian(degrees: readonly number[]): number {
  let [best, least] = [NaN, Infinity];
  for (const candidate of degrees) {
    const sum = degrees.reduce((total, each) => total + Math.abs(wrapDegrees(each - candidate)), 0);
    if (sum < least) [best, least] = [candidate, sum];
  }
  return wrapDegrees(best + median(degrees.map((each) => wrapDegrees(each - best))));
}

/**
 * Takes the median of each group without a fixed line from its lines, in place.
 * @param values one a line
 * @param middleOf of the values of a group
 */
export function setDatum(
  values: Float64Array,
  groupOf: Int32Array,
  isFixed: readonly boolean[],
  middleOf: (values: readonly number[]) => number,
): void {
  for (const group of new Set(groupOf)) {
    const lines = [...values.keys()].filter((line) => groupOf[line] === group);
    if (lines.some((line) => isFixed[line])) continue;
    const middle = middleOf(lines.map((line) => values[line]!));
    for (const line of lines) values[line]! -= middle;
  }
}
