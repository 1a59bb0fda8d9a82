/** Seeded lines for tests and checks: what goes wrong in geometry, drawn again and again. */
import { packProfiles, type ProfileLines } from './profile-lines.ts';

export type Random = () => number;

/** Mulberry32 (Tommy Ettinger, public domain): 0 to below 1. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let word = Math.imul(state ^ (state >>> 15), state | 1);
    word ^= word + Math.imul(word ^ (word >>> 7), word | 61);
    return ((word ^ (word >>> 14)) >>> 0) / 2 ** 32;
  };
}

type Point = readonly [number, number];
type DrawLine = (random: Random, points: number) => readonly Point[];

const whole = (random: Random, limit: number): number => Math.floor(random() * limit);
const times = <T>(count: number, draw: (index: number) => T): T[] => Array.from({ length: count }, (_, i) => draw(i));

/** Walks over a small grid: shared vertices, overlaps, repeated positions, verticals. */
const gridWalk =
  (size: number): DrawLine =>
  (random, points) => {
    let [x, y] = [whole(random, size), whole(random, size)];
    return times(points, (): Point => {
      const place: Point = [x, y];
      x += whole(random, 3) - 1;
      y += whole(random, 3) - 1;
      return place;
    });
  };

/** Jumps to any place of a small grid. */
const gridJumps =
  (size: number): DrawLine =>
  (random, points) =>
    times(points, (): Point => [whole(random, size), whole(random, size)]);

/** Through one point, most of them at a vertex. */
const fan: DrawLine = (random) => {
  const [dx, dy] = [whole(random, 9) - 4, whole(random, 9) - 4];
  const at = whole(random, 3);
  const line: Point[] = times(4, (i): Point => [7 + (i - at) * dx, 5 + (i - at) * dy]);
  return random() < 0.3 ? line.filter((_, i) => i !== at) : line;
};

/** A hair's breadth from the same straight line; coordinates as large as those of surveys. */
const nearParallel: DrawLine = (random, points) => {
  const [slope, lift] = [whole(random, 3) / 4, whole(random, 5) * 2 ** -30];
  return times(points, (i): Point => {
    const x = 541000 + i * 12.5 + whole(random, 3) * 2 ** -31;
    return [x, 6720000 + (x - 541000) * slope + lift * (whole(random, 3) - 1)];
  });
};

/** Random doubles, of all signs and few of the same size. */
const anywhere: DrawLine = (random, points) =>
  times(points, (): Point => [(random() - 0.5) * 2 ** whole(random, 20), (random() - 0.5) * 2 ** whole(random, 20)]);

/** Steps along the axes at the centimetres of a survey. */
const surveyGrid: DrawLine = (random, points) => {
  let [x, y] = [54138412 + whole(random, 5) * 1250, 672079633 + whole(random, 5) * 1250];
  return times(points, (): Point => {
    const place: Point = [x / 100, y / 100];
    x += (whole(random, 3) - 1) * 1250;
    y += (whole(random, 3) - 1) * 1250;
    return place;
  });
};

export const LINE_KINDS: Readonly<Record<string, DrawLine>> = {
  'walks on a grid of 4': gridWalk(4),
  'walks on a grid of 12': gridWalk(12),
  'jumps on a grid of 3': gridJumps(3),
  'jumps on a grid of 9': gridJumps(9),
  fans: fan,
  'near parallels': nearParallel,
  'random doubles': anywhere,
  'survey grids': surveyGrid,
};

/** A few lines of one kind, or now and then of two; some have traces without a position. */
export function drawLines(kind: string, random: Random): ProfileLines {
  const kinds = Object.values(LINE_KINDS);
  return packProfiles(
    times(2 + whole(random, 5), () => {
      const draw = random() < 0.1 ? kinds[whole(random, kinds.length)]! : LINE_KINDS[kind]!;
      const points = draw(random, 1 + whole(random, 9));
      const hasGap = random() < 0.1;
      const isMissing = points.map(() => hasGap && random() < 0.3);
      return {
        x: points.map(([x], i) => (isMissing[i] ? NaN : x)),
        y: points.map(([, y]) => y),
      };
    }),
  );
}
