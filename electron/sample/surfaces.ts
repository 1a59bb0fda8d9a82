/**
 * The main surfaces of the model before faulting, as fractions of the record length: 0 is the datum, 1 the end of the
 * record. Young surfaces drape the folds weakly and lap onto the unconformity; old ones are tilted, folded and cut off by it.
 */
import { createSmoothField, type SmoothField } from './smooth-field.ts';
import type { Random } from './random.ts';

interface SurfaceShape {
  /** Time where nothing bends it, fraction of the record. */
  readonly rest: number;
  /** Rise of the time from u = 0 to u = 1. */
  readonly tilt: number;
  /** Share of the folding that it takes part in. */
  readonly fold: number;
  /** Size of its own relief, which makes the layers' thickness change. */
  readonly relief: number;
}

/** Sea bed first. The channels lie in surface 2, the foreset beds between 3 and 4. */
const YOUNG: readonly SurfaceShape[] = [
  { rest: 0.06, tilt: 0.012, fold: 0.06, relief: 0.0025 },
  { rest: 0.128, tilt: 0.01, fold: 0.08, relief: 0.004 },
  { rest: 0.205, tilt: 0.004, fold: 0.08, relief: 0.0015 },
  { rest: 0.28, tilt: 0.012, fold: 0.3, relief: 0.004 },
  { rest: 0.335, tilt: 0.016, fold: 0.4, relief: 0.005 },
  { rest: 0.42, tilt: 0.03, fold: 0.5, relief: 0.008 },
  { rest: 0.51, tilt: 0.05, fold: 0.65, relief: 0.008 },
];

/** From the youngest of the old layers, mostly eroded, to the top of the basement and a floor below the record. */
const OLD: readonly SurfaceShape[] = [
  { rest: 0.37, tilt: 0.13, fold: 1, relief: 0.006 },
  { rest: 0.465, tilt: 0.13, fold: 1, relief: 0.008 },
  { rest: 0.545, tilt: 0.125, fold: 1.05, relief: 0.008 },
  { rest: 0.6, tilt: 0.12, fold: 1.1, relief: 0.008 },
  { rest: 0.69, tilt: 0.11, fold: 1.15, relief: 0.01 },
  { rest: 0.765, tilt: 0.1, fold: 1.2, relief: 0.01 },
  { rest: 0.86, tilt: 0.08, fold: 1.2, relief: 0.012 },
  { rest: 1.16, tilt: 0.06, fold: 1.2, relief: 0.01 },
];

const UNCONFORMITY: SurfaceShape = { rest: 0.478, tilt: 0.02, fold: 0.45, relief: 0.016 };

export const YOUNG_SURFACE_COUNT = YOUNG.length;
export const OLD_SURFACE_COUNT = OLD.length;

export interface Surfaces {
  /** Writes the young, then the old surfaces, then the unconformity; length `SURFACE_COUNT`. */
  evaluate(u: number, v: number, into: Float64Array): void;
}

export const UNCONFORMITY_INDEX = YOUNG_SURFACE_COUNT + OLD_SURFACE_COUNT;
export const SURFACE_COUNT = UNCONFORMITY_INDEX + 1;

/** An anticline near the middle, two wave trains of different strike: the folds of one mild compression. */
function foldAt(u: number, v: number): number {
  const first = 0.025 * Math.sin(2 * Math.PI * (0.85 * u + 0.22 * v) + 0.6);
  const second = 0.013 * Math.sin(2 * Math.PI * (1.7 * u - 0.45 * v) + 2.1);
  const dome = 0.034 * Math.exp(-(((u - 0.56) / 0.2) ** 2) - ((v - 0.45) / 0.26) ** 2);
  return first + second - dome;
}

export function createSurfaces(random: Random): Surfaces {
  const shapes = [...YOUNG, ...OLD, UNCONFORMITY];
  const fields: SmoothField[] = shapes.map(() => createSmoothField(random, 0.35, 1.1, 4));
  return {
    evaluate(u, v, into) {
      const fold = foldAt(u, v);
      for (let i = 0; i < shapes.length; i++) {
        const shape = shapes[i]!;
        into[i] = shape.rest + shape.tilt * (u - 0.5) + shape.fold * fold + shape.relief * fields[i]!.valueAt(u, v);
      }
    },
  };
}
