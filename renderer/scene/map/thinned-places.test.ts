import { expect, test } from 'vitest';
import { thinnedPlaces } from './thinned-places.ts';

const REGION = { west: 6_000_000, east: 6_000_100, south: -50, north: 50 };

test('keeps the first place of each cell, and nothing beside the region', () => {
  const x = Float64Array.of(6_000_001, 6_000_002, 6_000_011, 5_999_999, 6_000_001, NaN);
  const y = Float64Array.of(1, 2, 1, 1, -1, 0);
  expect([...thinnedPlaces({ x, y }, REGION, 10)]).toEqual([0, 2, 4]);
  expect([...thinnedPlaces({ x, y }, REGION, 10, Uint32Array.of(5, 1, 4, 3, 2, 0))]).toEqual([1, 4, 2]);
});

test('keeps the same places when the region moves', () => {
  const count = 500;
  const x = Float64Array.from({ length: count }, (_, k) => 6_000_040 + ((k * 37) % 200) / 10);
  const y = Float64Array.from({ length: count }, (_, k) => ((k * 91) % 200) / 10 - 10);
  const moved = { west: REGION.west + 3, east: REGION.east + 3, south: REGION.south - 7, north: REGION.north - 7 };
  expect(thinnedPlaces({ x, y }, moved, 4)).toEqual(thinnedPlaces({ x, y }, REGION, 4));
});
