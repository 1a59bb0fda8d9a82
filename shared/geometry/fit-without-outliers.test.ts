import { describe, expect, it } from 'vitest';
import { fitWithoutOutliers } from './fit-without-outliers.ts';
import type { GridPoints } from './fit-world-from-grid.ts';
import { worldPoint, type WorldFromGrid } from './world-from-grid.ts';

const WORLD: WorldFromGrid = {
  originX: 436_415.7,
  originY: 6_477_404.6,
  inlineX: 12.09,
  inlineY: 48.51,
  crosslineX: -48.51,
  crosslineY: 12.09,
};

/** A point of a grid of 20 inlines; `isWild` gives coordinates that have nothing to do with it. */
function pointsOf(count: number, isWild: (n: number) => boolean, spread = 0): GridPoints {
  const n = Array.from({ length: count }, (_, index) => index);
  const places = n.map((index) => ({ inline: index % 20, crossline: Math.floor(index / 20) }));
  const worlds = places.map((place, index) =>
    isWild(index) ? { x: (index * 7919) % 1000, y: -2_147_483 } : worldPoint(WORLD, place),
  );
  return {
    inline: places.map(({ inline }) => inline),
    crossline: places.map(({ crossline }) => crossline),
    x: worlds.map(({ x }, index) => x + spread * Math.sin(index * 12.9898)),
    y: worlds.map(({ y }, index) => y + spread * Math.cos(index * 78.233)),
  };
}

describe('fitWithoutOutliers', () => {
  it.each([
    ['none', () => false],
    ['one', (n: number) => n === 17],
    ['three in ten, scattered', (n: number) => (n * 2_654_435_761) % 10 < 3],
    ['a whole run', (n: number) => n > 250],
  ])('finds the grid with %s wild', (_, isWild) => {
    const fit = fitWithoutOutliers(pointsOf(400, isWild));
    for (const key of Object.keys(WORLD) as (keyof WorldFromGrid)[]) {
      expect(fit?.worldFromGrid[key]).toBeCloseTo(WORLD[key], 5);
    }
    expect(fit?.tolerance).toBeGreaterThan(400);
    expect(fit?.tolerance).toBeLessThan(600);
  });

  it('calls nothing wild where positions scatter over the whole survey', () => {
    const points = pointsOf(400, () => false, 3000);
    const fit = fitWithoutOutliers(points);
    expect(fit?.tolerance).toBeGreaterThan(10_000);
  });

  it('is null without points, and exact for one', () => {
    expect(fitWithoutOutliers(pointsOf(0, () => false))).toBeNull();
    expect(fitWithoutOutliers(pointsOf(1, () => false))?.worldFromGrid.originX).toBe(WORLD.originX);
  });
});
