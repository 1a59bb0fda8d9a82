import { describe, expect, it } from 'vitest';
import { cellRange, texelAt } from './cell-range.ts';
import { sliceTiles } from './slice-tiles.ts';

describe('sliceTiles', () => {
  it('is one tile where the picture fits', () => {
    expect(sliceTiles([500, 8192], 8192)).toEqual([
      { row: 0, column: 0, rows: 500, columns: 8192, texture: { row: 0, column: 0, rows: 500, columns: 8192 } },
    ]);
  });

  it.each([
    [[3, 60_000], 8192],
    [[17, 23], 8],
    [[9, 8], 8],
    [[1, 9], 8],
  ] as const)('covers %j once in textures of at most %d, and one cell more at each inner side', (shape, most) => {
    const covered = new Uint8Array(shape[0] * shape[1]);
    for (const { row, column, rows, columns, texture } of sliceTiles(shape, most)) {
      expect(texture.rows).toBeLessThanOrEqual(most);
      expect(texture.columns).toBeLessThanOrEqual(most);
      expect(texture.row).toBe(Math.max(row - 1, 0));
      expect(texture.column).toBe(Math.max(column - 1, 0));
      expect(texture.row + texture.rows).toBe(Math.min(row + rows + 1, shape[0]));
      expect(texture.column + texture.columns).toBe(Math.min(column + columns + 1, shape[1]));
      for (let r = row; r < row + rows; r += 1)
        for (let c = column; c < column + columns; c += 1) covered[r * shape[1] + c]! += 1;
    }
    expect(covered.every((times) => times === 1)).toBe(true);
  });
});

describe('cellRange', () => {
  it.each([1, 3, 4])('covers the same ground whatever the decimation: %d', (decimation) => {
    const cells = Math.ceil(12 / decimation);
    const ranges = Array.from({ length: cells }, (_, k) => cellRange(k, 1, cells, decimation, [-0.5, 11.5]));
    expect(ranges[0]!.low).toBe(-0.5);
    expect(ranges.at(-1)!.high).toBe(11.5);
    for (let k = 1; k < cells; k += 1) {
      expect(ranges[k]!.low).toBe(ranges[k - 1]!.high);
      expect(texelAt(ranges[k]!.low, decimation, 0)).toBeCloseTo(k, 12);
      expect(texelAt(k * decimation, decimation, 0)).toBe(k + 0.5);
    }
  });
});
