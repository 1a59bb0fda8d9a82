import { describe, expect, it } from 'vitest';
import { wrapDegrees } from '../correction.ts';
import { seededRandom } from '../test-traces.ts';
import { circularMedian, setDatum } from './datum.ts';
import { solveLeastSquares } from './least-squares.ts';
import { closeLoops } from './loop-closure.ts';
import type { Network, Observation } from './observations.ts';
import { median, solveRobustly } from './robust-solution.ts';
import { spanForest, valuesAlongBranches } from './spanning-forest.ts';

const LINES = 8;
const random = seededRandom(1);
const truth = Array.from({ length: LINES }, () => 40 * random() - 20);

/** Every pair of lines. */
const pairs = truth.flatMap((_, i) => truth.slice(i + 1).map((__, k) => [i, i + 1 + k] as const));
const observe = (valueOf: (i: number, j: number) => number, knots = 1): Observation[] =>
  pairs.map(([line1, line2]) => ({
    line1,
    line2,
    values: new Float64Array(knots).fill(valueOf(line1, line2)),
    weights: new Float64Array(knots).fill(0.5 + random()),
  }));
const network = (observations: readonly Observation[], changes: Partial<Network> = {}): Network => ({
  lineCount: LINES,
  knots: 1,
  observations,
  isFixed: truth.map((_, line) => line === 0),
  damping: 0,
  smoothness: 0,
  ...changes,
});

/** The normal equations as a matrix, by Gauss' elimination. */
function solveDense({ lineCount, knots, observations, isFixed, damping, smoothness }: Network): Float64Array {
  const size = lineCount * knots;
  const rows = Array.from({ length: size }, () => new Float64Array(size + 1));
  const add = (places: readonly (readonly [number, number])[], weight: number, value: number): void => {
    for (const [at, factor] of places) {
      for (const [other, otherFactor] of places) rows[at]![other]! += weight * factor * otherFactor;
      rows[at]![size]! += weight * factor * value;
    }
  };
  const sums = Array.from({ length: lineCount }, () => new Float64Array(knots));
  for (const { line1, line2, values, weights } of observations) {
    for (let k = 0; k < knots; k += 1) {
      add([[line1 * knots + k, 1], [line2 * knots + k, -1]], weights[k]!, values[k]!); // prettier-ignore
      sums[line1]![k]! += weights[k]!;
      sums[line2]![k]! += weights[k]!;
    }
  }
  for (let line = 0; line < lineCount; line += 1) {
    for (let k = 0; k < knots; k += 1) {
      add([[line * knots + k, 1]], (damping * sums[line]![k]!) / Math.max(...sums[line]!), 0);
      if (k + 1 < knots) add([[line * knots + k, 1], [line * knots + k + 1, -1]], 0.01 * smoothness, 0); // prettier-ignore
      if (k + 2 < knots) add([[line * knots + k, 1], [line * knots + k + 1, -2], [line * knots + k + 2, 1]], smoothness, 0); // prettier-ignore
      if (isFixed[line]) add([[line * knots + k, 1]], 1e9, 0);
    }
  }
  for (let k = 0; k < size; k += 1) {
    for (let row = 0; row < size; row += 1) {
      if (row === k) continue;
      const factor = rows[row]![k]! / rows[k]![k]!;
      for (let column = k; column <= size; column += 1) rows[row]![column]! -= factor * rows[k]![column]!;
    }
  }
  return Float64Array.from(rows, (row, k) => row[size]! / row[k]!);
}

describe('least squares', () => {
  it.each([
    ['one value a line', {}],
    ['damping', { damping: 0.7 }],
    ['knots', { knots: 6 }],
    ['smooth knots, damped', { knots: 6, smoothness: 3, damping: 0.2 }],
  ] as const)('solves the normal equations: %s', (_, changes) => {
    const knots = 'knots' in changes ? changes.knots : 1;
    const observations = observe((i, j) => truth[i]! - truth[j]! + random(), knots);
    for (const each of observations) each.values.forEach((value, k) => (each.values[k] = value + random()));
    const asked = network(observations, changes);
    const [found, expected] = [solveLeastSquares(asked), solveDense(asked)];
    found.forEach((value, k) => expect(Math.abs(value - expected[k]!)).toBeLessThan(1e-4));
    const again = solveLeastSquares(asked, expected);
    again.forEach((value, k) => expect(Math.abs(value - expected[k]!)).toBeLessThan(1e-4));
  });

  it('carries shifts on where nothing is said', () => {
    const observations = observe((i, j) => truth[i]! - truth[j]!, 10);
    for (const { weights } of observations) weights.fill(0, 0, 4);
    const x = solveLeastSquares(network(observations, { knots: 10, smoothness: 10, damping: 0.01 }));
    for (let line = 0; line < LINES; line += 1) expect(x[line * 10]).toBeCloseTo(x[line * 10 + 9]!, 2);
  });
});

describe('robust solutions', () => {
  it('let wrong crossings count for little', () => {
    const observations = observe((i, j) => truth[i]! - truth[j]! + 0.1 * random());
    for (const at of [2, 9, 17]) observations[at]!.values[0]! += 25;
    const { x, trust } = solveRobustly(network(observations), { leastDeviation: 0.05 });
    x.forEach((value, line) => expect(Math.abs(value - truth[line]! + truth[0]!)).toBeLessThan(0.2));
    trust.forEach(([each], at) => expect(each! > 0.5).toBe(![2, 9, 17].includes(at)));
  });

  it('go the short way round the circle', () => {
    const phases = [0, 170, -170, 90, 180, -90, 10, 175];
    const observations = observe((i, j) => wrapDegrees(phases[i]! - phases[j]!));
    const ties = observations.map((each) => ({ ...each, value: each.values[0]!, weight: each.weights[0]! }));
    const isFixed = phases.map((_, line) => line === 0);
    const start = valuesAlongBranches(spanForest(LINES, ties), ties, isFixed);
    const { x } = solveRobustly(network(observations), { leastDeviation: 1, wrap: wrapDegrees, start });
    x.forEach((value, line) => expect(Math.abs(wrapDegrees(value - phases[line]!))).toBeLessThan(1e-3));
  });
});

describe('groups', () => {
  it('are lines that hang together, joined by the surest ties', () => {
    const ties = [
      { line1: 0, line2: 1, weight: 0.5 },
      { line1: 1, line2: 2, weight: 0.9 },
      { line1: 0, line2: 2, weight: 0.8 },
      { line1: 4, line2: 5, weight: 0.1 },
      { line1: 3, line2: 5, weight: 0 },
    ];
    const { groupOf, groupCount, branches } = spanForest(6, ties);
    expect([...groupOf]).toEqual([0, 0, 0, 1, 2, 2]);
    expect(groupCount).toBe(3);
    expect(branches).toEqual([1, 2, 3]);
  });

  it('without a fixed line have a median of 0', () => {
    const values = Float64Array.of(1, 5, 9, 100, 7, 3);
    setDatum(values, Int32Array.of(0, 0, 0, 1, 2, 2), [false, false, false, true, false, false], median);
    expect([...values]).toEqual([-4, 0, 4, 100, 2, -2]);
  });

  it('have a median of phases round the circle', () => {
    expect(circularMedian([170, -170, 180])).toBe(-180);
    expect(circularMedian([0, 0, 0, 90, 180, -120])).toBe(0);
    expect(circularMedian([178, -178])).toBe(-180);
    expect(circularMedian([])).toBeNaN();
  });
});

describe('loops', () => {
  const tie = (line1: number, line2: number, shiftMs: number, phaseDeg = 0, gain = 1) => ({
    line1,
    line2,
    shiftMs,
    phaseDeg,
    gain,
  });

  it('close where the estimates agree', () => {
    const ties = [tie(0, 1, 5, 170, 2), tie(1, 2, -2, 100, 3), tie(2, 0, -3, 90, 1 / 6)];
    const [loop, ...others] = closeLoops(3, ties);
    expect(others).toEqual([]);
    expect(loop!.ties).toEqual([0, 1, 2]);
    expect(loop!.shiftMs).toBeCloseTo(0);
    expect(loop!.phaseDeg).toBeCloseTo(0);
    expect(loop!.gain).toBeCloseTo(1);
  });

  it('are told once each, the worst first, and pairs that cross twice among them', () => {
    const ties = [tie(0, 1, 5), tie(0, 1, 4), tie(1, 2, 1), tie(2, 3, 1), tie(1, 3, 9), tie(3, 4, 2)];
    const loops = closeLoops(5, ties);
    expect(loops.map(({ ties: each, shiftMs }) => [each.toSorted((a, b) => a - b), Math.abs(shiftMs)])).toEqual([
      [[2, 3, 4], 7],
      [[0, 1], 1],
    ]);
  });
});
