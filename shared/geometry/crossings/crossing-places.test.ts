import { expect, it } from 'vitest';
import { crossingPlaces } from './crossing-places.ts';
import { findCrossings } from './find-crossings.ts';
import { packProfiles } from './profile-lines.ts';

const placesOf = (...lines: { x: number[]; y: number[] }[]) => {
  const { crossings } = findCrossings(packProfiles(lines));
  const positions = lines.map(({ x, y }) => ({ x: Float64Array.from(x), y: Float64Array.from(y) }));
  return { crossings, ...crossingPlaces(crossings, positions) };
};

it('places a crossing between its traces by distance, on horizontal and vertical pieces too', () => {
  const { at1, at2, angle } = placesOf({ x: [0, 10, 20], y: [0, 0, 0] }, { x: [13, 13], y: [-2, 6] });
  expect([...at1]).toEqual([1.3]);
  expect([...at2]).toEqual([0.25]);
  expect([...angle]).toEqual([90]);
});

it('counts traces at one position, and gives the acute angle whichever way the lines go', () => {
  const { crossings, at1, angle } = placesOf({ x: [0, 0, 10], y: [0, 0, 0] }, { x: [7, 3], y: [-2, 2] });
  expect(at1[0]).toBe(crossings.t11[0]! + 0.5 * (crossings.t12[0]! - crossings.t11[0]!));
  expect(angle[0]).toBeCloseTo(45, 4);
});
