import { expect, test } from 'vitest';
import { foundCrossings } from '../testing/found-crossings.ts';
import { crossingRows, shownRows, type CrossingOrder } from './crossing-rows.ts';

const FOUND = {
  ...foundCrossings([
    [0, 1, 5, 7],
    [0, 2, 9, 3],
    [1, 1, 2, 40],
  ]),
  overlaps: [{ profile1: 1, profile2: 2, t1From: 3, t1To: 6, t2From: 9, t2To: 4, x1: -5, y1: 6, x2: 7, y2: 8 }],
};
const ROWS = crossingRows(FOUND, (id) => `${id === 'a' ? 'north' : 'south'}.sgy`);
const BY_X: CrossingOrder = { column: 'x', isDescending: false };

const shown = (filter: string, chosen: ReadonlySet<string> | null, order = BY_X) =>
  shownRows(ROWS, filter, chosen, order).map(({ line1, line2, kind }) => `${line1}${line2} ${kind}`);

test('lists crossings, self-crossings and overlaps with their lines, surveys, traces and CDPs', () => {
  expect(ROWS[0]).toMatchObject({
    kind: 'Crossing',
    surveys: 'north.sgy, south.sgy',
    traces1: [5, 6],
    cdp1: 1005,
    cdp2: null,
  });
  expect(ROWS[2]).toMatchObject({ kind: 'Self-crossing', surveys: 'south.sgy' });
  expect(ROWS[3]).toMatchObject({ kind: 'Overlap', x: -5, traces2: [9, 4], angle: null });
});

test('filters by words in any order and by the lines chosen on the map', () => {
  expect(shown('NORTH crossing', null)).toEqual(['AB Crossing', 'AC Crossing']);
  expect(shown('', new Set(['c#0']))).toEqual(['BC Overlap', 'AC Crossing']);
  expect(shown('self', new Set(['a#0']))).toEqual([]);
});

test('sorts by any column, what is absent last either way', () => {
  expect(shown('', null)).toEqual(['BC Overlap', 'AB Crossing', 'AC Crossing', 'BB Self-crossing']);
  expect(shown('', null, { column: 'traces1', isDescending: true })[0]).toBe('AC Crossing');
  for (const isDescending of [true, false]) {
    expect(shown('', null, { column: 'angle', isDescending }).at(-1)).toBe('BC Overlap');
  }
});
