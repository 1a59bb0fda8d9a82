import { expect, test } from 'vitest';
import { wholeMapView } from './map-view.ts';
import { lengthLabel, mapTicks, scaleBar } from './map-ticks.ts';

const VIEW = wholeMapView({ west: 600_000, east: 610_000, south: 6_700_000, north: 6_703_000 }, 800, 600);

test('coordinate lines are whole, evenly spaced, the same both ways, and far enough apart for their labels', () => {
  const { x, y } = mapTicks(VIEW);
  const step = x[1]!.value - x[0]!.value;
  expect(step).toBe(2000);
  expect(y[1]!.value - y[0]!.value).toBe(step);
  expect(x.map(({ label }) => label)).toContain('604000');
  expect(x[1]!.at - x[0]!.at).toBeGreaterThanOrEqual(96);
  expect(y[0]!.at).toBeGreaterThan(y[1]!.at);
  for (const { at } of x) expect(at >= 0 && at <= 800).toBe(true);
});

test('the scale bar is a whole length in the unit of the coordinates', () => {
  const { pixels, label } = scaleBar(VIEW, 'metres');
  expect(label).toBe('1 km');
  expect(pixels).toBeCloseTo(1000 / VIEW.unitsPerPixel, 9);
  expect(scaleBar(VIEW, 'feet').label).toBe('1,000 ft');
});

test.each([
  [500, 'metres', '500 m'],
  [20_000, 'metres', '20 km'],
  [0.05, 'metres', '0.05 m'],
  [20_000, 'feet', '20,000 ft'],
] as const)('%d %s is %s', (length, unit, label) => expect(lengthLabel(length, unit)).toBe(label));
