import { describe, expect, it } from 'vitest';
import { createRandom } from '../../segy/seeded-random.ts';
import { elementStrides, planeSlab, type ElementGrid } from './plane-hyperslab.ts';

/** Places of a gather's elements in C order, row by row. */
const gathered = ({ offset, rows, rowStride, columns, columnStride }: ElementGrid): number[] =>
  Array.from(
    { length: rows * columns },
    (_, i) => offset + Math.floor(i / columns) * rowStride + (i % columns) * columnStride,
  );

/** Places of a hyperslab's elements, in the order in which rows and columns were asked for. */
function selected(
  shape: readonly number[],
  slab: NonNullable<ReturnType<typeof planeSlab>>,
  grid: ElementGrid,
): number[] {
  const strides = elementStrides(shape);
  return Array.from({ length: grid.rows * grid.columns }, (_, i) => {
    const position = slab.offset.map((start, axis) => {
      const along =
        axis === slab.rowAxis ? Math.floor(i / grid.columns) : axis === slab.columnAxis ? i % grid.columns : 0;
      return start + along * slab.step[axis]!;
    });
    return position.reduce((sum, each, axis) => sum + each * strides[axis]!, 0);
  });
}

describe('planeSlab', () => {
  it('selects what a gather of the same plane reads, whatever shape, plane and decimation', () => {
    const random = createRandom(7);
    const below = (most: number): number => Math.floor(random() * most);
    for (let round = 0; round < 2000; round += 1) {
      const shape = Array.from({ length: 2 + below(3) }, () => 1 + below(6));
      const strides = elementStrides(shape);
      const rowAxis = below(shape.length);
      const columnAxis = (rowAxis + 1 + below(shape.length - 1)) % shape.length;
      const [rowStep, columnStep] = [1 + below(3), 1 + below(3)];
      const grid = {
        offset: shape.reduce(
          (sum, size, axis) => sum + (axis === rowAxis || axis === columnAxis ? 0 : below(size) * strides[axis]!),
          0,
        ),
        rows: Math.ceil(shape[rowAxis]! / rowStep),
        rowStride: rowStep * strides[rowAxis]!,
        columns: Math.ceil(shape[columnAxis]! / columnStep),
        columnStride: columnStep * strides[columnAxis]!,
      };
      const slab = planeSlab(shape, grid);
      expect(slab).not.toBeNull();
      expect(selected(shape, slab!, grid)).toEqual(gathered(grid));
    }
  });

  it.each([
    ['before the first element', { offset: -1, rows: 1, rowStride: 0, columns: 1, columnStride: 0 }],
    ['behind the last', { offset: 24, rows: 1, rowStride: 0, columns: 1, columnStride: 0 }],
    ['more rows than there are', { offset: 0, rows: 3, rowStride: 12, columns: 4, columnStride: 1 }],
    ['across the ends of rows', { offset: 2, rows: 1, rowStride: 0, columns: 4, columnStride: 1 }],
    ['steps that are no whole rows', { offset: 0, rows: 2, rowStride: 5, columns: 2, columnStride: 1 }],
    ['rows and columns along one axis', { offset: 0, rows: 2, rowStride: 1, columns: 2, columnStride: 1 }],
  ])('refuses %s', (_, grid) => {
    expect(planeSlab([2, 3, 4], grid)).toBeNull();
  });
});
