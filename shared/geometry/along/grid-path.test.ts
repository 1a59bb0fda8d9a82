import { describe, expect, it } from 'vitest';
import { worldPoint, type WorldFromGrid } from '../world-from-grid.ts';
import { gridPath, partsInside, type GridPath } from './grid-path.ts';

/** Rotated by 30 degrees, bins of 25 x 12.5 m, at coordinates as large as UTM's. */
const ROTATED: WorldFromGrid = {
  originX: 523_456.25,
  originY: 6_789_012.5,
  inlineX: 25 * Math.cos(Math.PI / 6),
  inlineY: 25 * Math.sin(Math.PI / 6),
  crosslineX: -12.5 * Math.sin(Math.PI / 6),
  crosslineY: 12.5 * Math.cos(Math.PI / 6),
};
const SIZE = { inlines: 40, crosslines: 30 };

function pathThrough(grid: readonly (readonly [inline: number, crossline: number])[]): GridPath {
  const points = grid.map(([inline, crossline]) => worldPoint(ROTATED, { inline, crossline }));
  return gridPath(
    ROTATED,
    SIZE,
    Float64Array.from(points, ({ x }) => x),
    Float64Array.from(points, ({ y }) => y),
  )!;
}

describe('gridPath', () => {
  it('gives fractional indices of the traces inside, NaN of the others', () => {
    const { inline, crossline } = pathThrough([
      [3.25, 7.75],
      [-0.6, 7],
      [39.4, 29.4],
      [39.6, 3],
      [5, 29.6],
    ]);
    expect([...inline].map((index) => Math.round(index * 1e6) / 1e6)).toEqual([3.25, NaN, 39.4, NaN, NaN]);
    expect([...crossline].map((index) => Math.round(index * 1e6) / 1e6)).toEqual([7.75, NaN, 29.4, NaN, NaN]);
  });

  it('reaches half a bin beyond the outermost traces, and no further', () => {
    const plain = { originX: 0, originY: 0, inlineX: 1, inlineY: 0, crosslineX: 0, crosslineY: 1 };
    const x = Float64Array.of(-0.5, -0.5001, 39.5, 39.5001);
    const { inline } = gridPath(plain, SIZE, x, new Float64Array(4))!;
    expect([...inline]).toEqual([-0.5, NaN, 39.5, NaN]);
  });

  it('leaves out traces without a position', () => {
    const x = Float64Array.of(ROTATED.originX, NaN);
    const { inline, crossline } = gridPath(ROTATED, SIZE, x, Float64Array.of(ROTATED.originY, ROTATED.originY))!;
    expect([...inline, ...crossline]).toEqual([0, NaN, 0, NaN]);
  });

  it('has none in a cube that is a single line', () => {
    const line = { ...ROTATED, inlineX: 0, inlineY: 0 };
    expect(gridPath(line, { inlines: 1, crosslines: 30 }, new Float64Array(2), new Float64Array(2))).toBeNull();
  });
});

describe('partsInside', () => {
  it('tells where a profile enters and leaves', () => {
    const path = pathThrough([
      [-5, 3],
      [1, 3],
      [2, 3],
      [60, 3],
      [61, 3],
      [39, 29],
    ]);
    expect(partsInside(path)).toEqual([
      { first: 1, count: 2 },
      { first: 5, count: 1 },
    ]);
  });

  it.each([
    ['none', [[-3, 0]], []],
    ['all', [[0, 0], [1, 1]], [{ first: 0, count: 2 }]], // prettier-ignore
    ['nothing', [], []],
  ] as const)('%s inside', (_, grid, parts) => {
    expect(partsInside(pathThrough(grid))).toEqual(parts);
  });
});
