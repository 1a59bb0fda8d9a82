import { describe, expect, test } from 'vitest';
import { compactData, compactView, decimated, isCompact, planeShape, sampleAt, transposed } from './slices.ts';
import { crosslineIndex, inlineIndex, sampleIndex, traceIndex } from './units.ts';

/** 3 rows of 5 columns; the value tells the place. */
const VIEW = compactView(
  Float32Array.from({ length: 15 }, (_, i) => Math.floor(i / 5) * 10 + (i % 5)),
  3,
  5,
);

describe('a view', () => {
  test('turns without a copy', () => {
    const turned = transposed(VIEW);
    expect(turned.data).toBe(VIEW.data);
    expect(turned.shape).toEqual([5, 3]);
    expect(sampleAt(turned, 4, 2)).toBe(sampleAt(VIEW, 2, 4));
    expect(Array.from(compactData(turned))).toEqual([0, 10, 20, 1, 11, 21, 2, 12, 22, 3, 13, 23, 4, 14, 24]);
  });

  test('takes every n-th row and column without a copy, the first always', () => {
    const sparse = decimated(VIEW, { rows: 2, columns: 3 });
    expect(sparse.data).toBe(VIEW.data);
    expect(sparse.shape).toEqual([2, 2]);
    expect(Array.from(compactData(sparse))).toEqual([0, 3, 20, 23]);
  });

  test('a compact one is handed over as it lies, at its offset', () => {
    const lower = { ...VIEW, offset: 5, shape: [2, 5] as const };
    expect(isCompact(lower)).toBe(true);
    expect(compactData(lower).buffer).toBe(VIEW.data.buffer);
    expect(compactData(lower)[0]).toBe(10);
  });
});

test('the shape of a slice is rows by columns, lines before samples, and counts a last incomplete step', () => {
  const counts = { inlines: 7, crosslines: 11, samples: 101, offsets: 5 };
  const exact = { rows: 1, columns: 1 };
  expect(planeShape({ orientation: 'inline', index: inlineIndex(0) }, counts, exact)).toEqual([11, 101]);
  expect(planeShape({ orientation: 'crossline', index: crosslineIndex(0) }, counts, exact)).toEqual([7, 101]);
  expect(planeShape({ orientation: 'sample', index: sampleIndex(0) }, counts, exact)).toEqual([7, 11]);
  expect(planeShape({ orientation: 'traces', index: traceIndex(3), count: 20 }, counts, exact)).toEqual([20, 101]);
  expect(planeShape({ orientation: 'sample', index: sampleIndex(0) }, counts, { rows: 4, columns: 4 })).toEqual([2, 3]);
});
