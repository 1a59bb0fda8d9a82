import { expect, test } from 'vitest';
import { foundCrossings } from '../testing/found-crossings.ts';
import { adjustedTie, openTies } from '../testing/open-ties.ts';
import { misTieGrades, MOST_DIFFERENCE } from './mis-tie-scale.ts';

const PAIRS = [[0, 1], [0, 2], [1, 2], [2, 3]] as const; // prettier-ignore
const TIES = [adjustedTie(MOST_DIFFERENCE / 2), adjustedTie(null), adjustedTie(0.8, false), adjustedTie(2)];
const open = openTies(PAIRS, TIES, [0, 0, 0, 0]);
// As it is shown: the last tie first, and one crossing more.
const FOUND = foundCrossings([[2, 3, 5, 7], [0, 1, 5, 7], [0, 2, 5, 7], [1, 2, 5, 7], [0, 3, 1, 1]], ['a', 'b', 'c', 'd']); // prettier-ignore

test('grades used crossings by their difference, before and after the adjustment', () => {
  expect([...misTieGrades({ open, view: 'before' }, FOUND)!]).toEqual([1, 0.5, NaN, NaN, NaN]);
  const [first, second] = misTieGrades({ open, view: 'after' }, FOUND)!;
  expect(first).toBeCloseTo(0.2 / MOST_DIFFERENCE, 6);
  expect(second).toBeCloseTo(0.05, 6);
});

test('shows nothing where the user does not want it, or before lines are tied', () => {
  expect(misTieGrades({ open, view: 'hidden' }, FOUND)).toBeNull();
  expect(misTieGrades({ open: null, view: 'after' }, FOUND)).toBeNull();
  expect(misTieGrades({ open, view: 'after' }, null)).toBeNull();
});
