import { describe, expect, it } from 'vitest';
import { fitWorldFromGrid, type GridPoints } from './fit-world-from-grid.ts';
import { worldPoint, type WorldFromGrid } from './world-from-grid.ts';

const rotated: WorldFromGrid = {
  originX: 436_415.7,
  originY: 6_477_404.6,
  inlineX: 12.09,
  inlineY: 48.51,
  crosslineX: -48.51,
  crosslineY: 12.09,
};

function pointsOf(world: WorldFromGrid, inlines: number, crosslines: number, moved = 0): GridPoints {
  const inline: number[] = [];
  const crossline: number[] = [];
  const x: number[] = [];
  const y: number[] = [];
  for (let i = 0; i < inlines; i += 1) {
    for (let j = 0; j < crosslines; j += 1) {
      const point = worldPoint(world, { inline: i, crossline: j });
      inline.push(i);
      crossline.push(j);
      // Moved up on even positions and down on odd ones.
      x.push(point.x + ((i + j) % 2 === 0 ? moved : -moved));
      y.push(point.y);
    }
  }
  return { inline, crossline, x, y };
}

describe('fitWorldFromGrid', () => {
  it.each([
    ['a rotated grid', rotated],
    ['a mirrored grid', { ...rotated, crosslineX: 48.51, crosslineY: -12.09 }],
    ['far northings', { ...rotated, originY: 9.9e9 }],
  ])('finds %s from its points', (_, world) => {
    const fit = fitWorldFromGrid(pointsOf(world, 18, 52));
    if (fit === null) throw new Error('no fit');
    for (const key of Object.keys(world) as (keyof WorldFromGrid)[]) {
      expect(Math.abs(fit.worldFromGrid[key] - world[key])).toBeLessThan(1e-15 * world.originY + 1e-9);
    }
    expect(fit.maxResidual).toBeLessThan(1e-5);
  });

  it('tells how far points lie from the fit', () => {
    const fit = fitWorldFromGrid(pointsOf(rotated, 10, 10, 0.5));
    expect(fit?.rmsResidual).toBeCloseTo(0.5, 2);
    expect(fit?.maxResidual).toBeCloseTo(0.5, 1);
  });

  it.each([
    ['inlines', 5, 1, { crosslineX: 0, crosslineY: 0, inlineX: rotated.inlineX }],
    ['crosslines', 1, 5, { inlineX: 0, inlineY: 0, crosslineX: rotated.crosslineX }],
    ['nothing', 1, 1, { inlineX: 0, inlineY: 0, crosslineX: 0, crosslineY: 0, originX: rotated.originX }],
  ])('leaves zero what points along %s alone do not show', (_, inlines, crosslines, expected) => {
    const world = fitWorldFromGrid(pointsOf(rotated, inlines, crosslines))?.worldFromGrid;
    for (const [key, value] of Object.entries(expected)) {
      expect(world?.[key as keyof WorldFromGrid]).toBeCloseTo(value, 6);
    }
  });

  it('is null without points', () => {
    expect(fitWorldFromGrid({ inline: [], crossline: [], x: [], y: [] })).toBeNull();
  });
});
