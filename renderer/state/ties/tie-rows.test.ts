import { expect, test } from 'vitest';
import { foundCrossings } from '../testing/found-crossings.ts';
import { adjustedTie, openTies } from '../testing/open-ties.ts';
import { refsOfTies, tiePlace } from './tie-at.ts';
import { NO_CHOICES } from './tie-choices.ts';
import { groupNotes, tieLineRows, tieRows } from './tie-rows.ts';

const PAIRS = [[0, 1], [0, 2], [1, 2]] as const; // prettier-ignore
const TIES = [adjustedTie(0.4), adjustedTie(null), adjustedTie(0.8, false)];
const OPEN = openTies(PAIRS, TIES, [0, 0, 1, 2]);

test('lists crossings by what is left, and those of which nothing can be told last', () => {
  const rejected = [tiePlace(OPEN, 2)];
  const rows = tieRows(OPEN, { ...NO_CHOICES, rejected });
  expect(rows.map(({ rank, line1, line2, isRejected }) => [rank, line1, line2, isRejected])).toEqual([
    [1, 'B', 'C', true],
    [2, 'A', 'B', false],
    [null, 'A', 'C', false],
  ]);
});

test('lists lines with what is used of their crossings, and the most that their shift varies', () => {
  const references = [{ surveyId: 'b', line: OPEN.profiles[1]!.line }];
  const rows = tieLineRows(OPEN, { ...NO_CHOICES, references });
  expect(rows.map(({ usedCount, crossingCount }) => [usedCount, crossingCount])).toEqual([[1, 2], [1, 2], [0, 2], [0, 0]]); // prettier-ignore
  expect(rows.map(({ isReference }) => isReference)).toEqual([false, true, false, false]);
  expect(rows[3]!.mostCurveMs).toBe(6);
});

test('tells of lines that nothing ties, and of groups that nothing joins', () => {
  const notes = groupNotes(tieLineRows(OPEN, NO_CHOICES));
  expect(notes).toEqual(['No crossing that is used ties C, D: not corrected.']);
  const [groups] = groupNotes(tieLineRows(openTies(PAIRS, TIES, [0, 0, 1, 1]), NO_CHOICES));
  expect(groups).toContain('2 groups of lines');
  expect(groups).toContain('A, B; C, D.');
  expect(groupNotes(tieLineRows(openTies(PAIRS, TIES, [0, 0, 0, 0]), NO_CHOICES))).toEqual([]);
});

test('finds ties among the crossings that are shown, which have others between', () => {
  const found = foundCrossings([[0, 0, 1, 9], [0, 1, 5, 7], [1, 2, 5, 7]]); // prettier-ignore
  expect(refsOfTies(OPEN, found)).toEqual([{ kind: 'crossing', index: 1 }, null, { kind: 'crossing', index: 2 }]);
  expect(refsOfTies(OPEN, null)).toEqual([null, null, null]);
});
