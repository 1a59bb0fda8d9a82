import { describe, expect, test } from 'vitest';
import { createEarthModel } from './earth-model.ts';
import { NO_MIS_TIE, shiftCurveAt, type MisTie } from './mis-tie.ts';
import { planSample, type PlannedLine } from './sample-plan.ts';
import type { StoredPoint } from './survey-coordinates.ts';
import { recordLengthMs, surveyDesign } from './survey-design.ts';
import { createTraceGenerator } from './trace-generator.ts';
import { createWaveletPair } from './wavelet.ts';

const design = surveyDesign('small');
const recordMs = recordLengthMs(design);
const earth = createEarthModel(design);
const waveletPair = createWaveletPair();
const plan = planSample(design);

function signalOf(file: Parameters<typeof createTraceGenerator>[3], point: StoredPoint): Float32Array {
  const samples = new Float32Array(file.layout.sampleCount);
  createTraceGenerator(earth, waveletPair, recordMs, file).signalAt(point.xCm, point.yCm, samples);
  return samples;
}

/** Band-limited interpolation: a sinc of 96 samples under a Blackman window. `position` counts samples. */
function interpolate(samples: Float32Array, position: number): number {
  const half = 48;
  let sum = 0;
  for (let k = Math.ceil(position - half); k < position + half; k++) {
    const distance = position - k;
    const sinc = distance === 0 ? 1 : Math.sin(Math.PI * distance) / (Math.PI * distance);
    const window =
      0.42 + 0.5 * Math.cos((Math.PI * distance) / half) + 0.08 * Math.cos((2 * Math.PI * distance) / half);
    sum += (samples[k] ?? 0) * sinc * window;
  }
  return sum;
}

/** The discrete Hilbert transform as a sum: 2 / (pi k) at odd distances k. */
const hilbertAt = (samples: Float32Array, n: number): number =>
  samples.reduce((sum, value, m) => ((n - m) % 2 === 0 ? sum : sum + (2 * value) / (Math.PI * (n - m))), 0);

/** corrected(t) = gain * rotate(raw(t - shiftMs - shiftCurve(t)), phaseDeg), as `truth.json` promises. */
function correct(raw: Float32Array, intervalMs: number, { shiftMs, phaseDeg, gain, shiftCurve }: MisTie): Float32Array {
  const unshifted = raw.map((_, k) => {
    const timeMs = k * intervalMs;
    return interpolate(raw, (timeMs - shiftMs - shiftCurveAt(shiftCurve, timeMs)) / intervalMs);
  });
  const phase = (phaseDeg * Math.PI) / 180;
  return unshifted.map((value, k) => gain * (Math.cos(phase) * value - Math.sin(phase) * hilbertAt(unshifted, k)));
}

/** RMS of the difference over RMS of the reference, over the samples between two times. */
function misfit(actual: Float32Array, expected: Float32Array, intervalMs: number, gateMs: [number, number]): number {
  let difference = 0;
  let power = 0;
  for (let k = Math.ceil(gateMs[0] / intervalMs); k * intervalMs <= gateMs[1]; k++) {
    difference += (actual[k]! - expected[k]!) ** 2;
    power += expected[k]! ** 2;
  }
  return Math.sqrt(difference / power);
}

const middleOf = (line: PlannedLine): StoredPoint => line.points[Math.floor(line.points.length / 2)]!;

describe('the correction in truth.json', () => {
  test.each(plan.lines.filter(({ misTie }) => misTie !== NO_MIS_TIE))('makes $name right', (line) => {
    const point = middleOf(line);
    /** Twice the record, so that the Hilbert transform does not meet the end of the trace. */
    const layout = { ...line.layout, sampleCount: 2 * line.layout.sampleCount };
    const right = signalOf({ ...line, layout, misTie: NO_MIS_TIE }, point);
    const raw = signalOf({ ...line, layout }, point);
    const gate: [number, number] = [200, 1400];
    expect(misfit(raw, right, 4, gate)).toBeGreaterThan(0.08);
    expect(misfit(correct(raw, 4, line.misTie), right, 4, gate)).toBeLessThan(0.002);
  });
});

test('lines without mis-tie hold the very samples of the cube at the same place, noise aside', () => {
  const point = plan.cube.positionOf(4321);
  const inCube = signalOf(plan.cube, point);
  expect(inCube.some((value) => Math.abs(value) > 1000)).toBe(true);
  for (const line of plan.lines.filter(({ misTie }) => misTie === NO_MIS_TIE)) {
    const every = 4000 / line.layout.sampleIntervalUs;
    expect(signalOf(line, point).filter((_, k) => k % every === 0)).toEqual(inCube);
  }
});

describe('noise', () => {
  const noiseOf = (file: PlannedLine, traceIndex: number): Float32Array => {
    const samples = new Float32Array(file.layout.sampleCount);
    createTraceGenerator(earth, waveletPair, recordMs, file).addNoiseOf(traceIndex, samples);
    return samples;
  };
  const correlation = (a: Float32Array, b: Float32Array): number => {
    const product = (p: Float32Array, q: Float32Array): number => p.reduce((sum, value, k) => sum + value * q[k]!, 0);
    return product(a, b) / Math.sqrt(product(a, a) * product(b, b));
  };
  const [first, second] = [plan.lines[1]!, plan.lines[2]!];

  test('depends on line and trace alone', () => {
    expect(noiseOf(first, 7)).toEqual(noiseOf(first, 7));
    expect(Math.abs(correlation(noiseOf(first, 7), noiseOf(first, 8)))).toBeLessThan(0.2);
    expect(Math.abs(correlation(noiseOf(first, 7), noiseOf(second, 7)))).toBeLessThan(0.2);
  });

  test('is weak: below 5 % of the signal', () => {
    const rms = (samples: Float32Array): number => Math.sqrt(samples.reduce((s, v) => s + v * v, 0) / samples.length);
    expect(rms(noiseOf(first, 3)) / rms(signalOf(first, middleOf(first)))).toBeLessThan(0.05);
  });
});
