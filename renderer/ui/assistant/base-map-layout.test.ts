import { describe, expect, it } from 'vitest';
import { baseMapLayout } from './base-map-layout.ts';

const EXTENT = { west: 605_000, east: 606_000, south: 6_073_000, north: 6_075_000 };

describe('a base map', () => {
  it('has one scale in both directions, north upwards, and the extent in its middle', () => {
    const { pointOf } = baseMapLayout(EXTENT, 400, 200);
    const southWest = pointOf({ x: EXTENT.west, y: EXTENT.south });
    const northEast = pointOf({ x: EXTENT.east, y: EXTENT.north });
    expect(southWest.y - northEast.y).toBeCloseTo(2 * (northEast.x - southWest.x), 9);
    expect(southWest.x + northEast.x).toBeCloseTo(400, 9);
    expect(southWest.y + northEast.y).toBeCloseTo(200, 9);
    expect(northEast.y).toBeGreaterThan(0);
    expect(southWest.y).toBeLessThan(200);
  });

  it('labels its edges with whole coordinates inside the map', () => {
    const { xTicks, yTicks, pointOf } = baseMapLayout(EXTENT, 400, 200);
    expect(yTicks.map(({ label }) => label)).toEqual(['6073000', '6073500', '6074000', '6074500', '6075000']);
    expect(xTicks.length).toBeGreaterThan(1);
    for (const { at } of xTicks) expect(at).toBeGreaterThanOrEqual(0);
    for (const { at } of xTicks) expect(at).toBeLessThanOrEqual(400);
    expect(yTicks[2]!.at).toBeCloseTo(pointOf({ x: 0, y: 6_074_000 }).y, 9);
  });

  it.each([
    [EXTENT, 400],
    [{ west: 0, east: 7, south: 0, north: 1 }, 300],
    [{ west: 3.1, east: 3.2, south: 60, north: 60.01 }, 250],
    [{ west: -2e9, east: 2e9, south: -2e9, north: 2e9 }, 250],
  ])('has a bar of a whole length, no longer than a third of its width: %#', (extent, width) => {
    const { scaleBar, pointOf } = baseMapLayout(extent, width, 200);
    expect(scaleBar.pixels).toBeLessThanOrEqual(width * 0.3 + 1e-6);
    expect(scaleBar.pixels).toBeGreaterThan(width * 0.1);
    expect(scaleBar.label).toMatch(/^0?\.?0*[125]0*$/);
    const length = Number(scaleBar.label);
    expect(pointOf({ x: extent.west + length, y: 0 }).x - pointOf({ x: extent.west, y: 0 }).x).toBeCloseTo(
      scaleBar.pixels,
      6,
    );
  });

  it('shows a single point in its middle', () => {
    const { pointOf } = baseMapLayout({ west: 5, east: 5, south: 7, north: 7 }, 100, 80);
    expect(pointOf({ x: 5, y: 7 })).toEqual({ x: 50, y: 40 });
  });
});
