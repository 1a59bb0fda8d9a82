import { describe, expect, it } from 'vitest';
import { wrapDegrees } from '../correction.ts';
import { shiftTrace } from '../signal/correct-trace.ts';
import { prepareTrace, type PreparedTrace } from '../signal/prepare-trace.ts';
import { seededReflectivity } from '../test-traces.ts';
import { correlate } from './correlate.ts';
import { estimateTie, gateSamples } from './estimate-tie.ts';
import { relativeDifference } from './residual.ts';
import { meanTrace, positionAlong, tracesAround } from './trace-at-crossing.ts';

const earth = prepareTrace({ startMs: 0, intervalMs: 4, samples: seededReflectivity(400, 4, 1) });
const whole = { first: 0, end: 400 };

/** b(t) = gain rotate(earth(t - shiftMs), phaseDeg) */
const seen = (shiftMs: number, phaseDeg: number, gain: number): PreparedTrace =>
  shiftTrace(earth, earth, gain, phaseDeg, () => shiftMs);

describe('estimateTie', () => {
  it.each([
    [0, 0, 1],
    [7.3, 0, 1.6],
    [-16.5, 45, 0.7],
    [1.1, 180, 1],
    [40.9, -120, 2.1],
    [-61.7, 90, 0.3],
  ])('finds a shift of %f ms, a phase of %f degrees and a gain of %f', (shiftMs, phaseDeg, gain) => {
    const estimate = estimateTie(earth, seen(shiftMs, phaseDeg, gain), whole, 100)!;
    expect(Math.abs(estimate.shiftMs - shiftMs)).toBeLessThan(0.1);
    expect(Math.abs(wrapDegrees(estimate.phaseDeg - phaseDeg))).toBeLessThan(1);
    expect(Math.abs(estimate.gain / gain - 1)).toBeLessThan(0.01);
    expect(estimate.quality).toBeGreaterThan(0.99);
    if (phaseDeg === 0) expect(Math.abs(estimate.correlation.shiftMs - shiftMs)).toBeLessThan(0.1);
  });

  it('has a low quality where traces have nothing in common', () => {
    const other = prepareTrace({ startMs: 0, intervalMs: 4, samples: seededReflectivity(400, 4, 2) });
    expect(estimateTie(earth, other, whole, 100)!.quality).toBeLessThan(0.5);
  });

  it('leaves out what is not heard: a gap in either trace moves nothing', () => {
    const gap = { ...seen(7.3, 20, 1.5), live: earth.live.map((_, k) => (k > 150 && k < 250 ? 0 : 1)) };
    const estimate = estimateTie(earth, gap, whole, 50)!;
    expect(Math.abs(estimate.shiftMs - 7.3)).toBeLessThan(0.1);
    expect(Math.abs(estimate.gain / 1.5 - 1)).toBeLessThan(0.02);
  });

  it('looks only at the gate', () => {
    const late = seen(12, 0, 1);
    const mixed = { ...late, real: late.real.slice(), quadrature: late.quadrature.slice() };
    mixed.real.set(earth.real.subarray(0, 200));
    mixed.quadrature.set(earth.quadrature.subarray(0, 200));
    const gate = gateSamples(mixed, 1000, 1500);
    expect(gate).toEqual({ first: 250, end: 376 });
    expect(Math.abs(estimateTie(earth, mixed, gate, 50)!.shiftMs - 12)).toBeLessThan(0.1);
  });

  it('says nothing of a dead trace', () => {
    const dead = prepareTrace({ startMs: 0, intervalMs: 4, samples: new Float32Array(400) });
    expect(estimateTie(earth, dead, whole, 50)).toBe(null);
    expect(estimateTie(dead, earth, whole, 50)).toBe(null);
    expect(relativeDifference(dead, earth, whole)).toBeNaN();
  });
});

it('correlates as its definition says', () => {
  const [a, b] = [earth, seen(9, 30, 1.2)];
  const { firstLag, real, imaginary, gain } = correlate(a, b, { first: 50, end: 300 }, 20);
  for (const lag of [-20, -3, 0, 7, 20]) {
    let [re, im, energyA, energyB] = [0, 0, 0, 0];
    for (let t = 50; t < 300; t += 1) {
      if (a.live[t - lag] !== 1 || b.live[t] !== 1) continue;
      const [x, y, u, v] = [a.real[t - lag]!, a.quadrature[t - lag]!, b.real[t]!, b.quadrature[t]!];
      re += x * u + y * v;
      im += y * u - x * v;
      energyA += x * x + y * y;
      energyB += u * u + v * v;
    }
    expect(real[lag - firstLag]).toBeCloseTo(re / Math.sqrt(energyA * energyB), 12);
    expect(imaginary[lag - firstLag]).toBeCloseTo(im / Math.sqrt(energyA * energyB), 12);
    expect(gain[lag - firstLag]).toBeCloseTo(Math.sqrt(energyB / energyA), 12);
  }
});

it('measures the difference from 0 of equal traces to 2 of opposite ones', () => {
  expect(relativeDifference(earth, earth, whole)).toBe(0);
  expect(relativeDifference(earth, seen(0, 180, 1), whole)).toBeCloseTo(2, 3);
});

describe('the trace at a crossing', () => {
  const line = { x: [0, 10, 20, 30, 40], y: [0, 0, 0, 0, 0] };

  it('lies between its bounding traces', () => {
    expect(positionAlong({ ...line, t1: 1, t2: 2, crossingX: 12.5, crossingY: 0 })).toBeCloseTo(1.25);
    // Traces at one position are passed over: t2 is the next at another one.
    expect(positionAlong({ x: [0, 0, 0, 10], y: [0, 0, 0, 0], t1: 2, t2: 3, crossingX: 5, crossingY: 0 })).toBe(2.5);
  });

  it('is linear of two traces, and a weighted mean of more', () => {
    expect(tracesAround(1.25, 2, 5)).toEqual([{ trace: 1, weight: 0.75 }, { trace: 2, weight: 0.25 }]); // prettier-ignore
    expect(tracesAround(3, 2, 5)).toEqual([{ trace: 3, weight: 1 }]);
    const four = tracesAround(1.5, 4, 5);
    expect(four.map(({ trace }) => trace)).toEqual([0, 1, 2, 3]);
    expect(four.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1);
    expect(tracesAround(0.25, 4, 5).map(({ trace }) => trace)).toEqual([0, 1, 2]);
  });

  it('leaves a dead trace and missing samples to the others', () => {
    const trace = (...samples: number[]) => ({ startMs: 0, intervalMs: 4, samples: Float32Array.from(samples) });
    expect([...meanTrace([trace(2, 4, 6), trace(4, 8, 2)], [0.75, 0.25]).samples]).toEqual([2.5, 5, 5]);
    expect([...meanTrace([trace(2, 4, 6), trace(0, 0, 0)], [0.75, 0.25]).samples]).toEqual([2, 4, 6]);
    expect([...meanTrace([trace(2, NaN, 6), trace(4, 8, 2)], [0.75, 0.25]).samples]).toEqual([2.5, 8, 5]);
    expect([...meanTrace([trace(0, 0, 0)], [1]).samples]).toEqual([NaN, NaN, NaN]);
  });
});
