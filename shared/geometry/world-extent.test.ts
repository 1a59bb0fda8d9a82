import { expect, test } from 'vitest';
import { extentAround, extentOf, isMeeting, isWithin } from './world-extent.ts';

const SQUARE = { west: 0, east: 10, south: 0, north: 10 };

test('extends over what is finite', () => {
  expect(extentOf([1, NaN, 3, 9], [5, 6, 4, Infinity])).toEqual({ west: 1, east: 3, south: 4, north: 5 });
  expect(extentOf([Infinity], [0])).toBeNull();
});

test('goes round several', () => {
  expect(extentAround([SQUARE, { west: 8, east: 20, south: -5, north: 1 }])).toEqual({
    west: 0,
    east: 20,
    south: -5,
    north: 10,
  });
  expect(extentAround([])).toBeNull();
});

test('meets what touches it, and holds what lies in it', () => {
  expect(isMeeting(SQUARE, { ...SQUARE, west: 10, east: 20 })).toBe(true);
  expect(isMeeting(SQUARE, { ...SQUARE, west: 10.1, east: 20 })).toBe(false);
  expect(isWithin(SQUARE, SQUARE)).toBe(true);
  expect(isWithin({ ...SQUARE, north: 11 }, SQUARE)).toBe(false);
});
