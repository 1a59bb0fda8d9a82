import { expect, test } from 'vitest';
import type { CrossingOnLine } from '../../../state/crossings/crossings-on-line.ts';
import { labelWidth, placeMarks } from './place-marks.ts';

const markAt = (at: number, index: number, to = at): CrossingOnLine => ({
  ref: { kind: 'crossing', index },
  name: `LINE-${index}`,
  at,
  to,
});
const twice = (at: number): number => 2 * at;
const NONE = (): boolean => false;

test('stands marks at their fractional places, and leaves out those beside the canvas', () => {
  const placed = placeMarks([markAt(-30, 0), markAt(10.25, 1), markAt(90, 2, 400), markAt(500, 3)], twice, 600, NONE);
  expect(placed.map(({ x, toX, row }) => [x, toX, row])).toEqual([
    [20.5, 20.5, 0],
    [180, 800, 0],
  ]);
});

test('labels that share a row never overlap; those without room in any row are ticks', () => {
  const marks = Array.from({ length: 60 }, (_, k) => markAt(5 * k, k));
  const placed = placeMarks(marks, twice, 600, NONE);
  for (const row of [0, 1, 2]) {
    const at = placed.filter((each) => each.row === row);
    expect(at.length).toBeGreaterThan(3);
    for (const [k, { labelX, mark }] of at.slice(1).entries()) {
      expect(labelX - at[k]!.labelX).toBeGreaterThanOrEqual((labelWidth(mark.name) + labelWidth(at[k]!.mark.name)) / 2);
    }
  }
  expect(placed.filter(({ row }) => row === null).length).toBeGreaterThan(10);
});

test('labels at the edges stay on the canvas', () => {
  const [first, last] = placeMarks([markAt(1, 0), markAt(299, 1)], twice, 600, NONE);
  expect(first!.labelX).toBe(labelWidth('LINE-0') / 2);
  expect(last!.labelX).toBe(600 - labelWidth('LINE-1') / 2);
});

test('the one that is looked at has a label wherever it is', () => {
  const marks = Array.from({ length: 60 }, (_, k) => markAt(k / 10, k));
  const placed = placeMarks(marks, twice, 600, ({ ref }) => ref.index === 41);
  expect(placed[41]!.row).toBe(0);
});
