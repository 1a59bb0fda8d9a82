import { expect, test } from 'vitest';
import { canvasFromWorld, extentInView, pannedMap, wholeMapView, worldFromCanvas, zoomedMap } from './map-view.ts';

const EXTENT = { west: 600_000, east: 610_000, south: 6_700_000, north: 6_703_000 };
const VIEW = wholeMapView(EXTENT, 800, 600);

test('shows all of it, north upwards, with one scale both ways', () => {
  const southWest = canvasFromWorld(VIEW, { x: EXTENT.west, y: EXTENT.south });
  const northEast = canvasFromWorld(VIEW, { x: EXTENT.east, y: EXTENT.north });
  expect(southWest.x).toBeGreaterThanOrEqual(0);
  expect(northEast.x).toBeLessThanOrEqual(800);
  expect(northEast.y).toBeLessThan(southWest.y);
  expect((northEast.x - southWest.x) / (southWest.y - northEast.y)).toBeCloseTo(10 / 3, 9);
});

test('a place is the same there and back', () => {
  const point = { x: 123.25, y: 456.5 };
  const back = canvasFromWorld(VIEW, worldFromCanvas(VIEW, point));
  expect(back.x).toBeCloseTo(point.x, 6);
  expect(back.y).toBeCloseTo(point.y, 6);
  expect(extentInView(VIEW).west).toBeCloseTo(worldFromCanvas(VIEW, { x: 0, y: 0 }).x, 6);
  expect(extentInView(VIEW, 1).south).toBeCloseTo(worldFromCanvas(VIEW, { x: 0, y: 1200 }).y, 6);
});

test('zooming keeps what lies under the pointer, and ends at both limits', () => {
  const anchor = { x: 300, y: 250 };
  const fixed = worldFromCanvas(VIEW, anchor);
  const near = zoomedMap(VIEW, EXTENT, anchor, 40);
  expect(worldFromCanvas(near, anchor).x).toBeCloseTo(fixed.x, 5);
  expect(worldFromCanvas(near, anchor).y).toBeCloseTo(fixed.y, 5);
  expect(near.unitsPerPixel).toBeCloseTo(VIEW.unitsPerPixel / 40, 9);
  expect(zoomedMap(VIEW, EXTENT, anchor, 1e12).unitsPerPixel).toBe(1e-4);
  expect(zoomedMap(VIEW, EXTENT, anchor, 1e-12).unitsPerPixel).toBeCloseTo(VIEW.unitsPerPixel * 50, 6);
});

test('panning stays on what there is', () => {
  expect(pannedMap(VIEW, EXTENT, 10, 0).centre.x).toBeCloseTo(VIEW.centre.x - 10 * VIEW.unitsPerPixel, 6);
  expect(pannedMap(VIEW, EXTENT, 1e9, 1e9).centre).toEqual({ x: EXTENT.west, y: EXTENT.north });
});

test('a single point has room round it', () => {
  const view = wholeMapView({ west: 5, east: 5, south: 7, north: 7 }, 100, 80);
  expect(view.centre).toEqual({ x: 5, y: 7 });
  expect(view.unitsPerPixel).toBeGreaterThan(0);
});
