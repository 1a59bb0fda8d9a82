import { expect, test } from 'vitest';
import { meetsBox } from './lines-in-box.ts';

const meets = (x0: number, y0: number, x1: number, y1: number): boolean => meetsBox(x0, y0, x1, y1, 10, 20, 10, 20);

test('a piece that goes through the box, ends in it, lies in it or touches it is in it', () => {
  expect(meets(0, 15, 30, 15)).toBe(true);
  expect(meets(0, 0, 12, 12)).toBe(true);
  expect(meets(11, 12, 13, 14)).toBe(true);
  expect(meets(0, 20, 10, 20)).toBe(true);
});

test('a piece beside the box is not, though its ends are on both sides', () => {
  expect(meets(0, 15, 9, 15)).toBe(false);
  expect(meets(0, 12, 12, 0)).toBe(false);
  expect(meets(15, 0, 15, 9)).toBe(false);
});
