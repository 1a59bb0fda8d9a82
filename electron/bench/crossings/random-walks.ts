/** Seeded lines to measure crossings on: walks that turn a little at each trace, as lines on the ground do. */
import { packProfiles, type ProfileLines } from '../../../shared/geometry/crossings/profile-lines.ts';
import { createRandom } from '../harness/seeded-random.ts';

export interface WalkSize {
  readonly lines: number;
  readonly traces: number;
}

export const sizeName = ({ lines, traces }: WalkSize): string => `${lines}x${traces}`;

/** Metres. */
const EXTENT = 50_000;
const TRACE_SPACING = 12.5;
/** Standard deviation of a turn, radians. */
const TURN = 0.02;
/** Steps of a draw from 0 to 1. */
const DRAWS = 2 ** 30;

interface Walk {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

/** The walks turn back at the edges of a square of 50 km. */
export function randomWalks({ lines, traces }: WalkSize, seed: number, spacing = TRACE_SPACING): readonly Walk[] {
  const draw = createRandom(seed);
  const uniform = (): number => (draw(DRAWS) + 0.5) / DRAWS;
  // Box and Muller 1958.
  const normal = (): number => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
  return Array.from({ length: lines }, () => {
    const walk = { x: new Float64Array(traces), y: new Float64Array(traces) };
    let x = EXTENT * uniform();
    let y = EXTENT * uniform();
    let heading = 2 * Math.PI * uniform();
    for (let i = 0; i < traces; i += 1) {
      walk.x[i] = x;
      walk.y[i] = y;
      heading += TURN * normal();
      x += spacing * Math.cos(heading);
      y += spacing * Math.sin(heading);
      if (x < 0 || x > EXTENT) heading = Math.PI - heading;
      if (y < 0 || y > EXTENT) heading = -heading;
      x = Math.min(Math.max(x, 0), EXTENT);
      y = Math.min(Math.max(y, 0), EXTENT);
    }
    return walk;
  });
}

export const packedWalks = (size: WalkSize, seed: number): ProfileLines => packProfiles(randomWalks(size, seed));

/** The same lines with `times` as many segments, each a piece of one of theirs, so that they cross at the same places. */
export function subdivided(walks: readonly Walk[], times: number): ProfileLines {
  const divide = (values: Float64Array): Float64Array =>
    Float64Array.from({ length: (values.length - 1) * times + 1 }, (_, i) => {
      const from = values[Math.floor(i / times)]!;
      const to = values[Math.min(Math.floor(i / times) + 1, values.length - 1)]!;
      return from + ((i % times) / times) * (to - from);
    });
  return packProfiles(walks.map(({ x, y }) => ({ x: divide(x), y: divide(y) })));
}
