import { describe, expect, it } from 'vitest';
import { prepareTrace } from '../signal/prepare-trace.ts';
import { seededRandom, seededReflectivity } from '../test-traces.ts';
import { lagsOfPath, tracePath } from './dtw-path.ts';
import { warpSmoothly } from './dynamic-warping.ts';
import { plainDtw, type DtwOptions } from './exact-dtw.ts';
import { measureWarp } from './measure-warp.ts';
import { slopeLimitedDtw } from './slope-limited-dtw.ts';
import { DEFAULT_EXACT, warpExactly } from './warp-exactly.ts';
import { DEFAULT_WARP, warpPair } from './warp-pair.ts';

const FREE: DtwOptions = { cost: 'squared', bandSamples: Infinity, steps: 'symmetric1', slopeLimit: 0 };
const whole = (count: number) => ({ first: 0, end: count });

const randomTrace = (count: number, seed: number): Float64Array => {
  const random = seededRandom(seed);
  // Whole numbers, so that sums are exact and ties do occur.
  return Float64Array.from({ length: count }, () => Math.floor(random() * 7) - 3);
};

/** By the definition: the least over all ways to come to each cell. */
function definition(a: Float64Array, b: Float64Array, options: DtwOptions): number {
  const { cost, bandSamples, steps, slopeLimit } = options;
  const known = new Map<string, number>();
  const weight = steps === 'symmetric2' ? 2 : 1;
  const cell = (i: number, j: number): number => {
    const difference = Math.abs(a[i]! - b[j]!);
    return Number.isNaN(difference) ? 0 : cost === 'squared' ? difference ** 2 : difference;
  };
  const least = (i: number, j: number): number => {
    if (i < 0 || j < 0 || Math.abs(i - j) > bandSamples) return Infinity;
    if (i === 0 && j === 0) return weight * cell(0, 0);
    const key = `${i} ${j}`;
    const earlier = known.get(key);
    if (earlier !== undefined) return earlier;
    const aside = (di: number, dj: number): number => {
      let sum = cell(i, j);
      for (let k = 0; k < slopeLimit; k += 1) {
        const [ii, jj] = [i - di - k, j - dj - k];
        if (ii < 0 || jj < 0) return Infinity;
        sum += weight * cell(ii, jj);
      }
      return sum + least(i - di - slopeLimit, j - dj - slopeLimit);
    };
    const best = Math.min(weight * cell(i, j) + least(i - 1, j - 1), aside(1, 0), aside(0, 1));
    known.set(key, best);
    return best;
  };
  return least(a.length - 1, b.length - 1);
}

/** The step to element k of a path. */
const isDiagonalStep = (i: Uint32Array, j: Uint32Array, k: number): boolean =>
  i[k] === i[k - 1]! + 1 && j[k] === j[k - 1]! + 1;

const CASES: readonly (readonly [string, Partial<DtwOptions>])[] = [
  ['squares', {}],
  ['absolute values', { cost: 'absolute' }],
  ['diagonals that count twice', { steps: 'symmetric2' }],
  ['a band', { bandSamples: 4 }],
  ['a band of one', { bandSamples: 1, cost: 'absolute' }],
  ['a slope limit of 1', { slopeLimit: 1 }],
  ['a slope limit of 2 in a band', { slopeLimit: 2, bandSamples: 6, steps: 'symmetric2' }],
];

describe('exact dynamic time warping', () => {
  it.each(CASES)('finds the cheapest path with %s', (_, options) => {
    const asked = { ...FREE, ...options };
    const kernel = asked.slopeLimit === 0 ? plainDtw : slopeLimitedDtw;
    for (let seed = 1; seed <= 20; seed += 1) {
      const [a, b] = [randomTrace(12 + (seed % 3), seed), randomTrace(13, seed + 100)];
      if (seed % 4 === 0) a[3] = b[5] = NaN;
      const found = kernel(a, b, asked);
      expect(found.cost).toBe(definition(a, b, asked));
      const path = tracePath(found, asked.slopeLimit);
      if (path === null) {
        expect(found.cost).toBe(Infinity);
        continue;
      }
      const { i, j } = path;
      expect([i[0], j[0], i.at(-1), j.at(-1)]).toEqual([0, 0, a.length - 1, b.length - 1]);
      let sum = 0;
      for (let k = 0; k < i.length; k += 1) {
        const isDiagonal = k === 0 || isDiagonalStep(i, j, k);
        if (k > 0) expect(i[k]! - i[k - 1]! + (j[k]! - j[k - 1]!)).toBeLessThanOrEqual(2);
        const difference = Math.abs(a[i[k]!]! - b[j[k]!]!);
        const cell = Number.isNaN(difference) ? 0 : asked.cost === 'squared' ? difference ** 2 : difference;
        sum += cell * (isDiagonal && asked.steps === 'symmetric2' ? 2 : 1);
        expect(Math.abs(i[k]! - j[k]!)).toBeLessThanOrEqual(asked.bandSamples);
      }
      expect(sum).toBe(found.cost);
    }
  });

  it('goes diagonally where ways are equally cheap, else along a', () => {
    const flat = new Float64Array(5).fill(2);
    const straight = tracePath(plainDtw(flat, flat, FREE), 0)!;
    expect([...straight.i]).toEqual([0, 1, 2, 3, 4]);
    expect([...straight.j]).toEqual([0, 1, 2, 3, 4]);
    const longer = tracePath(plainDtw(flat, flat.subarray(0, 3), FREE), 0)!;
    expect([...longer.j]).toEqual([0, 0, 0, 1, 2]);
  });

  it('runs straight through what is not heard', () => {
    const a = randomTrace(40, 3);
    const b = a.slice();
    a.fill(NaN, 10, 20);
    const { i, j } = tracePath(plainDtw(a, b, FREE), 0)!;
    expect([...i]).toEqual([...j]);
  });

  it('takes a step aside only after as many diagonal ones as the limit says', () => {
    const [a, b] = [randomTrace(60, 8), randomTrace(58, 9)];
    const options = { ...FREE, slopeLimit: 3 };
    const { i, j } = tracePath(slopeLimitedDtw(a, b, options), 3)!;
    let diagonals = 0;
    for (let k = 1; k < i.length; k += 1) {
      if (isDiagonalStep(i, j, k)) diagonals += 1;
      else {
        expect(diagonals).toBeGreaterThanOrEqual(3);
        diagonals = 0;
      }
    }
  });

  it('has no path where the band or the slope lets none through', () => {
    const [a, b] = [new Float64Array(20), new Float64Array(10)];
    for (const options of [
      { ...FREE, bandSamples: 5 },
      { ...FREE, slopeLimit: 2 },
    ]) {
      const found = (options.slopeLimit === 0 ? plainDtw : slopeLimitedDtw)(a, b, options);
      expect(found.cost).toBe(Infinity);
      expect(tracePath(found, options.slopeLimit)).toBe(null);
    }
  });
});

/** A slow swing of 6 ms either way. */
const shiftAt = (timeMs: number): number => 6 * Math.sin((2 * Math.PI * timeMs) / 1400);
const COUNT = 400;
const earth = prepareTrace({ startMs: 0, intervalMs: 4, samples: seededReflectivity(COUNT, 4, 11) });
const swung = prepareTrace({
  startMs: 0,
  intervalMs: 4,
  samples: seededReflectivity(COUNT, 4, 11, (timeMs) => timeMs - shiftAt(timeMs)),
});
const rmsError = (shiftMs: Float64Array): number => {
  const inside = [...shiftMs.keys()].slice(20, -20);
  return Math.sqrt(inside.reduce((sum, k) => sum + (shiftMs[k]! - shiftAt(4 * k)) ** 2, 0) / inside.length);
};

describe('shifts that vary with time', () => {
  it('come back below the sample from the exact path', async () => {
    const warp = (await warpExactly(earth, swung, whole(COUNT), { ...DEFAULT_EXACT, bandMs: 40 }))!;
    const wholeSteps = lagsOfPath(warp.path, COUNT).map((lag) => lag * 4);
    expect(rmsError(warp.shiftMs)).toBeLessThan(0.3);
    expect(rmsError(wholeSteps)).toBeGreaterThan(3 * rmsError(warp.shiftMs));
    expect(warp.confidence.slice(20, -20).every((each) => each > 0.9)).toBe(true);
  });

  it('come back from the path with a slope limit', async () => {
    const warp = (await warpExactly(earth, swung, whole(COUNT), { ...DEFAULT_EXACT, bandMs: 40, slopeLimit: 6 }))!;
    expect(rmsError(warp.shiftMs)).toBeLessThan(0.3);
  });

  it('come back from the smooth path', () => {
    const { shiftMs, sharpness } = warpPair(earth, swung, whole(COUNT), DEFAULT_WARP);
    expect(rmsError(shiftMs)).toBeLessThan(0.2);
    expect(sharpness.every((each) => each >= 0)).toBe(true);
  });

  it('come back beside a shift, a phase and a gain', () => {
    const [cosine, sine] = [2.5 * Math.cos(2), 2.5 * Math.sin(2)];
    const turned = {
      ...swung,
      real: swung.real.map((re, k) => cosine * re - sine * swung.quadrature[k]!),
      quadrature: swung.quadrature.map((im, k) => cosine * im + sine * swung.real[k]!),
    };
    const found = measureWarp(earth, turned, whole(COUNT), 50, DEFAULT_WARP)!;
    expect(rmsError(found.shiftMs)).toBeLessThan(0.3);
    expect(found.phaseDeg).toBeCloseTo((2 * 180) / Math.PI, -0.5);
    expect(found.gain).toBeCloseTo(2.5, 1);
    expect(found.quality).toBeGreaterThan(0.98);
  });

  it('are not sure where nothing is heard', async () => {
    const silent = { ...swung, live: swung.live.map((live, k) => (k > 150 && k < 250 ? 0 : live)) };
    const { confidence } = (await warpExactly(earth, silent, whole(COUNT), { ...DEFAULT_EXACT, bandMs: 40 }))!;
    expect(confidence[200]!).toBe(0);
    expect(confidence[50]!).toBeGreaterThan(0.9);
  });
});

describe('smooth warping', () => {
  it('changes by no more than a lag in a block, whatever the errors say', () => {
    const random = seededRandom(5);
    const [times, lags, block] = [120, 21, 6];
    const errors = Float64Array.from({ length: times * lags }, random);
    const { lags: found } = warpSmoothly({ errors, times, lags }, block);
    for (let k = block; k < times; k += 1) expect(Math.abs(found[k]! - found[k - block]!)).toBeLessThan(2.1);
  });

  it('finds the valley of the errors', () => {
    const [times, lags] = [200, 41];
    const valleyAt = (time: number): number => 20 + 8.4 * Math.sin(time / 40);
    const errors = Float64Array.from(
      { length: times * lags },
      (_, k) => ((k % lags) - valleyAt(Math.floor(k / lags))) ** 2,
    );
    const { lags: found, sharpness } = warpSmoothly({ errors, times, lags }, 4);
    for (let time = 5; time < times - 5; time += 1) expect(Math.abs(found[time]! - valleyAt(time))).toBeLessThan(0.25);
    expect(sharpness.every((each) => each > 0)).toBe(true);
  });
});
