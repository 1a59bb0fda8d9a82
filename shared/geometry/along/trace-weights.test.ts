import { describe, expect, it } from 'vitest';
import type { GridPath } from './grid-path.ts';
import { NO_CELL, traceWeights, type AlongInterpolation, type TraceWeights } from './trace-weights.ts';

const SIZE = { inlines: 4, crosslines: 5 };

const pathOf = (...points: readonly (readonly [number, number])[]): GridPath => ({
  inline: Float64Array.from(points, ([inline]) => inline),
  crossline: Float64Array.from(points, ([, crossline]) => crossline),
});

/** Cells of the cube with their weights, by row. */
function mixOf({ cells, nearest, corners, corner, weight }: TraceWeights) {
  return Array.from(nearest, (place, row) => ({
    nearest: place === NO_CELL ? null : cells[place],
    of: Object.fromEntries<number>(
      Array.from({ length: corners }, (_, k) => row * corners + k)
        .filter((at) => corner[at] !== NO_CELL)
        .map((at) => [cells[corner[at]!]!, weight[at]!]),
    ),
  }));
}

const weightsOf = (path: GridPath, interpolation: AlongInterpolation): TraceWeights =>
  traceWeights(path, SIZE, interpolation, { first: 0, count: path.inline.length });

describe('traceWeights', () => {
  it('weighs the four traces round a place by how near they are', () => {
    expect(mixOf(weightsOf(pathOf([1.25, 2.5]), 'bilinear'))).toEqual([
      { nearest: 8, of: { 7: 0.375, 8: 0.375, 12: 0.125, 13: 0.125 } },
    ]);
  });

  it('takes a trace alone where it stands', () => {
    expect(mixOf(weightsOf(pathOf([2, 3], [3, 4], [0, 0]), 'bilinear'))).toEqual([
      { nearest: 13, of: { 13: 1 } },
      { nearest: 19, of: { 19: 1 } },
      { nearest: 0, of: { 0: 1 } },
    ]);
  });

  it('holds the edge in the outermost half bin', () => {
    expect(mixOf(weightsOf(pathOf([-0.5, 1.5], [3.5, 4.5]), 'bilinear'))).toEqual([
      { nearest: 2, of: { 1: 0.5, 2: 0.5 } },
      { nearest: 19, of: { 19: 1 } },
    ]);
  });

  it('takes the nearest trace', () => {
    expect(mixOf(weightsOf(pathOf([1.25, 2.6], [-0.5, -0.5], [3.5, 4.5]), 'nearest'))).toEqual([
      { nearest: 8, of: { 8: 1 } },
      { nearest: 0, of: { 0: 1 } },
      { nearest: 19, of: { 19: 1 } },
    ]);
  });

  it('needs no trace outside, and each of the others once', () => {
    const weights = weightsOf(pathOf([NaN, NaN], [1.1, 1.1], [1.2, 1.2]), 'bilinear');
    expect(mixOf(weights)[0]).toEqual({ nearest: null, of: {} });
    expect([...weights.cells].toSorted((a, b) => a - b)).toEqual([6, 7, 11, 12]);
  });

  it('is of the traces that are asked for', () => {
    const path = pathOf([0, 0], [1, 1], [2, 2]);
    expect(mixOf(traceWeights(path, SIZE, 'nearest', { first: 1, count: 1 }))).toEqual([{ nearest: 6, of: { 6: 1 } }]);
  });
});
