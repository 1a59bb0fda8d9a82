import { expect, test } from 'vitest';
import { StrokeBuilder } from './stroke-builder.ts';

const REGION = { west: 500_000, east: 500_100, south: 6_700_000, north: 6_700_100 };
const INK = [1, 2, 3, 255] as const;

function build(fill: (strokes: StrokeBuilder) => void): number[][] {
  const strokes = new StrokeBuilder();
  strokes.begin(REGION);
  fill(strokes);
  return Array.from({ length: strokes.count }, (_, k) => [...strokes.ends.slice(4 * k, 4 * k + 4)]);
}

test('pieces are relative to the middle of the region', () => {
  expect(build((strokes) => strokes.add(500_000, 6_700_000, 500_050, 6_700_050, INK, 0))).toEqual([[-50, -50, 0, 0]]);
});

test('pieces are cut at the region, and left out where they lie beside it', () => {
  const ends = build((strokes) => {
    strokes.add(400_000, 6_700_050, 600_000, 6_700_050, INK, 0);
    strokes.add(500_050, 6_699_950, 500_050, 6_700_050, INK, 1);
    strokes.add(499_900, 6_700_000, 499_950, 6_700_100, INK, 2);
    strokes.add(NaN, 6_700_000, 500_050, 6_700_100, INK, 3);
    strokes.add(499_900, 6_700_090, 500_000, 6_700_200, INK, 4);
  });
  expect(ends).toEqual([[-50, 0, 50, 0], [0, -50, 0, 0]]); // prettier-ignore
});

test('a line has a piece between each two of its vertices, and remembers whose they are', () => {
  const strokes = new StrokeBuilder();
  strokes.begin(REGION);
  const x = Float64Array.from({ length: 3000 }, (_, i) => 500_000 + (i % 100));
  const y = new Float64Array(3000).fill(6_700_050);
  strokes.addLine(x, y, INK, 7);
  strokes.addLine(x, y, INK, 8, Uint32Array.of(0, 50, 99));
  expect(strokes.count).toBe(2999 + 2);
  expect([...strokes.ends.slice(4 * 2999)].slice(0, 8)).toEqual([-50, 0, 0, 0, 0, 0, 49, 0]);
  expect([strokes.owners[0], strokes.owners[2998], strokes.owners[2999]]).toEqual([7, 7, 8]);
  expect([...strokes.colours.slice(0, 4)]).toEqual([...INK]);
});
