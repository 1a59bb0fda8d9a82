import { describe, expect, it, test } from 'vitest';
import {
  contentHeight,
  isScaled,
  lastTopRow,
  scrollTopOf,
  topRowOf,
  topRowShowing,
  type ScrollGeometry,
} from './scaled-scroll.ts';

const geometry = (rowCount: number): ScrollGeometry => ({ rowCount, rowHeight: 22, viewportHeight: 330 });

describe.each([10, 1000, 600_000, 1_000_000, 200_000_000])('%d rows', (rowCount) => {
  const rows = geometry(rowCount);

  it('fit in an element', () => expect(contentHeight(rows)).toBeLessThanOrEqual(15_000_000));

  it('are all reached: the first at the top, the last at the bottom', () => {
    const room = Math.max(0, contentHeight(rows) - rows.viewportHeight);
    expect(topRowOf(0, rows)).toBe(0);
    expect(topRowOf(room, rows)).toBeCloseTo(Math.max(0, rowCount - 15), 6);
    expect(topRowOf(room + 100, rows)).toBe(lastTopRow(rows));
  });

  it('are where the scroll bar is put for them', () => {
    for (const share of [0, 0.1, 0.5, 0.999, 1]) {
      const row = share * lastTopRow(rows);
      expect(topRowOf(scrollTopOf(row, rows), rows)).toBeCloseTo(row, 4);
    }
  });
});

test('only many rows are scaled; others scroll by pixels', () => {
  expect(isScaled(geometry(600_000))).toBe(false);
  expect(isScaled(geometry(1_000_000))).toBe(true);
  expect(topRowOf(2200, geometry(600_000))).toBeCloseTo(100, 9);
});

test('a row is brought into view by as little as possible', () => {
  const rows = geometry(1000);
  expect(topRowShowing(50, 40.5, rows)).toBe(40.5);
  expect(topRowShowing(30, 40.5, rows)).toBe(30);
  expect(topRowShowing(60, 40.5, rows)).toBe(46);
  expect(topRowShowing(999, 0, rows)).toBe(985);
  expect(topRowShowing(5, 0, geometry(10))).toBe(0);
});
