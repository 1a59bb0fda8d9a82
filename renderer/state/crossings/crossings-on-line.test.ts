import { expect, test } from 'vitest';
import { lineIndex } from '../../../shared/units.ts';
import { foundCrossings } from '../testing/found-crossings.ts';
import { crossingsOnLine } from './crossings-on-line.ts';

const FOUND = {
  ...foundCrossings([
    [0, 1, 50, 7],
    [0, 2, 9, 3],
    [1, 1, 2, 40],
    [1, 2, 20, 90],
  ]),
  overlaps: [{ profile1: 1, profile2: 2, t1From: 30, t1To: 33, t2From: 99, t2To: 95, x1: 0, y1: 0, x2: 1, y2: 1 }],
};

const on = (surveyId: string) =>
  crossingsOnLine(FOUND, { surveyId, line: lineIndex(0) }).map(({ name, at, to }) => [name, at, to]);

test('gives the crossings of a line by its traces, with the other line, whichever came first', () => {
  expect(on('a')).toEqual([
    ['C', 9.5, 9.5],
    ['B', 50.5, 50.5],
  ]);
  expect(on('c')).toEqual([
    ['A', 3.5, 3.5],
    ['B', 90.5, 90.5],
    ['B', 95, 99],
  ]);
});

test('has both places of a self-crossing, and the length of an overlap', () => {
  expect(on('b')).toEqual([
    ['B', 2.5, 2.5],
    ['A', 7.5, 7.5],
    ['C', 20.5, 20.5],
    ['C', 30, 33],
    ['B', 40.5, 40.5],
  ]);
  expect(on('elsewhere')).toEqual([]);
});
