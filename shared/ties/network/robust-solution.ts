/**
 * Least squares in which crossings that contradict the others count for little: reweighted first by Huber's function, which has
 * one best solution whatever the start, then by Cauchy's, which all but leaves out what contradicts.
 */
import { solveLeastSquares } from './least-squares.ts';
import type { Network, Observation } from './observations.ts';

/** Of the standard deviation: 95 % as good as least squares where errors are normal (Holland and Welsch, 1977). */
const CAUCHY = 2.385;
const HUBER = 1.345;
/** The median of absolute normal errors is 0.6745 standard deviations. */
const DEVIATION_OF_MEDIAN = 1.4826;
const HUBER_TIMES = 6;
const CAUCHY_TIMES = 10;
/**
 * Damping moves lines away from what their crossings say, which must not look like the crossings' fault: it counts once they are
 * judged. Till then so much keeps lines in place that nothing is said of.
 */
const JUDGING_DAMPING = 1e-6;

export interface RobustSolution {
  /** [lines, knots] in C order. */
  readonly x: Float64Array;
  /** Of each observation at each knot: 1 where it agrees with the rest, towards 0 where it contradicts. */
  readonly trust: readonly Float64Array[];
}

export interface RobustOptions {
  /** Errors below it are nobody's fault. */
  readonly leastDeviation: number;
  /** Of observed less calculated; default: the difference as it is. */
  readonly wrap?: (difference: number) => number;
  /** Values near the solution: where differences wrap, they say which turn is meant. */
  readonly start?: Float64Array;
}

export function solveRobustly(network: Network, { leastDeviation, wrap, start }: RobustOptions): RobustSolution {
  const { knots, observations } = network;
  let trust: readonly Float64Array[] = observations.map(() => new Float64Array(knots).fill(1));
  let x = start;
  const solve = (damping: number): Float64Array => {
    const weighted = observations.map((each, at): Observation => {
      const weights = each.weights.map((weight, k) => weight * trust[at]![k]!);
      return {
        ...each,
        values: x === undefined || wrap === undefined ? each.values : unwrapped(each, x, wrap),
        weights,
      };
    });
    return solveLeastSquares({ ...network, observations: weighted, damping }, x);
  };
  for (let time = 0; time < HUBER_TIMES + CAUCHY_TIMES; time += 1) {
    x = solve(JUDGING_DAMPING);
    trust = trustOf(network, x, time < HUBER_TIMES ? huber : cauchy, leastDeviation, wrap);
  }
  return { x: solve(network.damping), trust };
}

/** Of an error in standard deviations. */
const huber = (error: number): number => Math.min(1, HUBER / Math.max(Math.abs(error), HUBER));
const cauchy = (error: number): number => 1 / (1 + (error / CAUCHY) ** 2);

const calculated = ({ line1, line2, values }: Observation, x: Float64Array, k: number): number =>
  x[line1 * values.length + k]! - x[line2 * values.length + k]!;

const unwrapped = (each: Observation, x: Float64Array, wrap: (difference: number) => number): Float64Array =>
  each.values.map((value, k) => calculated(each, x, k) + wrap(value - calculated(each, x, k)));

function trustOf(
  { observations }: Network,
  x: Float64Array,
  trustIn: (error: number) => number,
  leastDeviation: number,
  wrap: (difference: number) => number = (difference) => difference,
): readonly Float64Array[] {
  const errors = observations.map((each) => each.values.map((value, k) => wrap(value - calculated(each, x, k))));
  const heard = errors.flatMap((each, at) =>
    [...each].filter((_, k) => observations[at]!.weights[k]! > 0).map((error) => Math.abs(error)),
  );
  const deviation = Math.max(DEVIATION_OF_MEDIAN * median(heard), leastDeviation);
  return errors.map((each) => each.map((error) => trustIn(error / deviation)));
}

/** The mean of the two in the middle where their number is even; 0 of none. */
export function median(values: readonly number[]): number {
  if (values.length === 0) return 0;
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
}
