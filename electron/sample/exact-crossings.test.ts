import { describe, expect, test } from 'vitest';
import { findExactCrossings, type StoredLine } from './exact-crossings.ts';
import { planSample } from './sample-plan.ts';
import { surveyDesign } from './survey-design.ts';

/** A line from positions in metres. */
const lineOf = (name: string, ...points: readonly (readonly [number, number])[]): StoredLine => ({
  name,
  points: points.map(([x, y]) => ({ xCm: Math.round(x * 100), yCm: Math.round(y * 100) })),
});

describe('findExactCrossings', () => {
  test('finds a crossing of map coordinates exactly', () => {
    const crossings = findExactCrossings([
      lineOf('B', [541397, 6720827], [541435, 6720827]),
      lineOf('A', [541384, 6720796], [541404, 6720828]),
    ]);
    expect(crossings).toEqual([{ line1: 'A', line2: 'B', x: 541403.375, y: 6720827, t11: 0, t12: 1, t21: 0, t22: 1 }]);
  });

  test('counts a shared trace once, for the pieces that begin there', () => {
    const across = lineOf('A', [-10, 0], [0, 0], [10, 0]);
    const along = lineOf('B', [0, -10], [0, 0], [0, 10]);
    expect(findExactCrossings([across, along])).toEqual([
      { line1: 'A', line2: 'B', x: 0, y: 0, t11: 1, t12: 2, t21: 1, t22: 2 },
    ]);
  });

  test('gives the last trace to the last piece, also where positions repeat', () => {
    const across = lineOf('A', [-10, 0], [0, 0], [0, 0], [0, 0]);
    const along = lineOf('B', [0, -10], [0, -10], [0, 10]);
    expect(findExactCrossings([across, along])).toEqual([
      { line1: 'A', line2: 'B', x: 0, y: 0, t11: 0, t12: 1, t21: 1, t22: 2 },
    ]);
  });

  test('finds nothing where lines miss each other by a centimetre', () => {
    expect(findExactCrossings([lineOf('A', [0, 0], [10, 0]), lineOf('B', [5, 0.01], [5, 10])])).toEqual([]);
  });

  test('refuses lines that overlap', () => {
    expect(() => findExactCrossings([lineOf('A', [0, 0], [10, 0]), lineOf('B', [5, 0], [15, 0])])).toThrow(RangeError);
  });
});

describe('crossings of the sample', () => {
  const { lines } = planSample(surveyDesign('small'));
  const crossings = findExactCrossings(lines);

  test('agree with a search in floating point within a millimetre', () => {
    const expected = lines.flatMap((first, i) => lines.slice(i + 1).flatMap((second) => floatCrossings(first, second)));
    expect(crossings.length).toBe(expected.length);
    expect(crossings.length).toBeGreaterThan(150);
    crossings.forEach((crossing, i) => {
      const { x, y, ...place } = expected[i]!;
      expect(crossing).toMatchObject(place);
      expect(Math.hypot(crossing.x - x, crossing.y - y)).toBeLessThan(0.001);
    });
  });

  test('lie between the traces that they name', () => {
    for (const { line1, x, y, t11, t12 } of crossings) {
      const { points } = lines.find(({ name }) => name === line1)!;
      const [from, to] = [points[t11]!, points[t12]!];
      const stepM = Math.hypot(to.xCm - from.xCm, to.yCm - from.yCm) / 100;
      const viaM = [from, to].map((point) => Math.hypot(point.xCm / 100 - x, point.yCm / 100 - y));
      expect(viaM[0]! + viaM[1]! - stepM).toBeLessThan(1e-6);
    }
  });
});

/** Every piece with every piece, solved by Cramer's rule in metres from a local origin. */
function floatCrossings(first: StoredLine, second: StoredLine): object[] & { x: number; y: number }[] {
  const origin = first.points[0]!;
  const local = (line: StoredLine): [number, number][] =>
    line.points.map(({ xCm, yCm }) => [(xCm - origin.xCm) / 100, (yCm - origin.yCm) / 100]);
  const a = local(first);
  const b = local(second);
  const found: { x: number; y: number }[] = [];
  for (let i = 0; i + 1 < a.length; i++) {
    for (let j = 0; j + 1 < b.length; j++) {
      const [ax, ay] = [a[i + 1]![0] - a[i]![0], a[i + 1]![1] - a[i]![1]];
      const [bx, by] = [b[j + 1]![0] - b[j]![0], b[j + 1]![1] - b[j]![1]];
      const [dx, dy] = [b[j]![0] - a[i]![0], b[j]![1] - a[i]![1]];
      const determinant = ax * by - ay * bx;
      const s = (dx * by - dy * bx) / determinant;
      const t = (dx * ay - dy * ax) / determinant;
      if (!(s >= 0 && s < 1 && t >= 0 && t < 1)) continue;
      const [x, y] = [a[i]![0] + s * ax + origin.xCm / 100, a[i]![1] + s * ay + origin.yCm / 100];
      const place = { line1: first.name, line2: second.name, t11: i, t12: i + 1, t21: j, t22: j + 1 };
      found.push({ ...place, x, y });
    }
  }
  return found;
}
