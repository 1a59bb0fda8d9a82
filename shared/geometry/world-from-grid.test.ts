import { expect, test } from 'vitest';
import { gridPoint, worldPoint, type WorldFromGrid } from './world-from-grid.ts';

/** 12.5 m by 25 m bins turned by 27.5 degrees, far from the origin as UTM coordinates are. */
const ANGLE = (27.5 * Math.PI) / 180;
const UTM: WorldFromGrid = {
  originX: 526418.5,
  originY: 6713082.25,
  inlineX: -12.5 * Math.sin(ANGLE),
  inlineY: 12.5 * Math.cos(ANGLE),
  crosslineX: 25 * Math.cos(ANGLE),
  crosslineY: 25 * Math.sin(ANGLE),
};

test('world and grid are each other’s inverse', () => {
  for (const place of [
    { inline: 0, crossline: 0 },
    { inline: 399, crossline: 499 },
    { inline: -3.25, crossline: 1000.5 },
  ]) {
    const back = gridPoint(UTM, worldPoint(UTM, place));
    expect(back?.inline).toBeCloseTo(place.inline, 6);
    expect(back?.crossline).toBeCloseTo(place.crossline, 6);
  }
});

test('a single line spans no plane', () => {
  expect(gridPoint({ ...UTM, inlineX: 0, inlineY: 0 }, { x: 526418.5, y: 6713082.25 })).toBeNull();
});
