/** Chunks of any survey: inside it, ending with its slabs, and few enough to be listed. */
import { describe, expect, it } from 'vitest';
import { createRandom } from '../../segy/seeded-random.ts';
import { slabInlines } from '../convert/slab-inlines.ts';
import { MOST_CHUNKS } from '../read/chunks/chunk-table.ts';
import { chunkShape, planesServed } from './chunk-shape.ts';
import { CUBE_LAYOUTS, layoutAxes, layoutShape, type CubeLayout, type CubeShape } from './cube-layouts.ts';

const SETS: readonly (readonly CubeLayout[])[] = [1, 2, 3, 4, 5, 6, 7].map((bits) =>
  CUBE_LAYOUTS.filter((_, i) => ((bits >> i) & 1) === 1),
);

function shapesOf(shape: CubeShape, stored: readonly CubeLayout[]) {
  const perSlab = slabInlines(shape, { kind: 'lzf' }, undefined);
  return stored.map((layout) => ({ layout, perSlab, chunk: chunkShape(layout, stored, shape, perSlab) }));
}

describe('chunks', () => {
  it('of the medium sample are as the README says', () => {
    const shape = { inlines: 400, crosslines: 500, samples: 1000 };
    const chunksOf = (stored: readonly CubeLayout[]) => shapesOf(shape, stored).map(({ chunk }) => chunk);
    expect(chunksOf(['ilines', 'hlines'])).toEqual([
      [4, 4, 1000],
      [1, 32, 500],
    ]);
    expect(chunksOf(['hlines'])).toEqual([[25, 16, 25]]);
    expect(chunksOf(CUBE_LAYOUTS)[0]).toEqual([1, 17, 1000]);
  });

  it('serve each kind of plane from one layout', () => {
    for (const stored of SETS) {
      const served = stored.flatMap((layout) => planesServed(layout, stored));
      expect(served.sort()).toEqual(['crossline', 'inline', 'sample']);
    }
  });

  it.each(SETS.map((stored) => [stored.join(', '), stored] as const))(
    'of %s fit any survey and its slabs',
    (_, layouts) => {
      const random = createRandom(layouts.length);
      const size = (most: number): number => 1 + Math.floor(most ** random());
      for (let round = 0; round < 300; round += 1) {
        const shape = { inlines: size(8000), crosslines: size(8000), samples: size(6000) };
        for (const { layout, perSlab, chunk } of shapesOf(shape, layouts)) {
          const whole = layoutShape(layout, shape);
          expect(chunk.every((extent, axis) => Number.isInteger(extent) && extent >= 1 && extent <= whole[axis]!)).toBe(
            true,
          );
          expect(perSlab % chunk[layoutAxes(layout).inline]!).toBe(0);
          expect(chunk.reduce((product, extent) => product * extent, 4)).toBeLessThanOrEqual(64 * 2 ** 20);
          const count = whole.reduce((product, extent, axis) => product * Math.ceil(extent / chunk[axis]!), 1);
          expect(count).toBeLessThanOrEqual(MOST_CHUNKS / 2);
        }
      }
    },
  );
});
