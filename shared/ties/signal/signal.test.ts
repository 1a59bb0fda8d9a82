import { describe, expect, it } from 'vitest';
import { hilbertTransform } from './analytic-signal.ts';
import { Fourier } from './fourier.ts';
import { preparePair, prepareTrace } from './prepare-trace.ts';
import { commonAxis, correctTrace } from './correct-trace.ts';
import { interpolateAt, interpolatePair, KERNEL_HALF_WIDTH } from './sinc-kernel.ts';
import { liveRange } from './tie-trace.ts';

const noise = (count: number, seed: number): Float64Array =>
  Float64Array.from(
    { length: count },
    (_, k) => Math.sin(12.9898 * (k + 1) * seed) * Math.cos(78.233 * (k + seed) ** 1.5),
  );

/** A pulse of 30 Hz at 500 ms, turned by a phase. */
const pulseAt = (timeMs: number, phaseDeg = 0): number =>
  Math.exp(-(((timeMs - 500) / 60) ** 2)) *
  Math.cos((2 * Math.PI * 30 * (timeMs - 500)) / 1000 + (phaseDeg * Math.PI) / 180);
const pulse = (startMs: number, intervalMs: number, count: number) => ({
  startMs,
  intervalMs,
  samples: Float32Array.from({ length: count }, (_, k) => pulseAt(startMs + k * intervalMs)),
});

const mostOf = (values: Iterable<number>): number => Math.max(...[...values].map((value) => Math.abs(value)));

describe('Fourier', () => {
  it('is the sum of its definition, and goes back', () => {
    const [real, imaginary] = [noise(32, 1), noise(32, 2)];
    const [re, im] = [real.slice(), imaginary.slice()];
    const fourier = new Fourier(32);
    fourier.forward(re, im);
    for (let k = 0; k < 32; k += 1) {
      let [sumRe, sumIm] = [0, 0];
      for (let j = 0; j < 32; j += 1) {
        const angle = (-2 * Math.PI * j * k) / 32;
        sumRe += real[j]! * Math.cos(angle) - imaginary[j]! * Math.sin(angle);
        sumIm += real[j]! * Math.sin(angle) + imaginary[j]! * Math.cos(angle);
      }
      expect(re[k]).toBeCloseTo(sumRe, 10);
      expect(im[k]).toBeCloseTo(sumIm, 10);
    }
    fourier.inverse(re, im);
    expect(mostOf(re.map((value, k) => value - real[k]!))).toBeLessThan(1e-12);
    expect(mostOf(im.map((value, k) => value - imaginary[k]!))).toBeLessThan(1e-12);
  });

  it('refuses other lengths', () => expect(() => new Fourier(24)).toThrow(RangeError));
});

describe('hilbertTransform', () => {
  it('turns cosine into sine', () => {
    const count = 251;
    const [turned] = hilbertTransform(Float64Array.from({ length: count }, (_, k) => pulseAt(4 * k)));
    expect(mostOf(turned.map((value, k) => value - pulseAt(4 * k, -90)))).toBeLessThan(1e-3);
  });

  it('does two traces as it does each', () => {
    const [a, b] = [noise(200, 3), noise(200, 4)];
    const [both, single] = [hilbertTransform(a, b), [hilbertTransform(a)[0], hilbertTransform(b)[0]]];
    for (const at of [0, 1] as const) {
      expect(mostOf(both[at].map((value, k) => value - single[at]![k]!))).toBeLessThan(1e-12);
    }
  });
});

describe('the kernel', () => {
  it('gives sines up to 0.8 of the Nyquist frequency within 2e-3 anywhere between samples', () => {
    for (let share = 0.02; share <= 0.8; share += 0.02) {
      const samples = Float64Array.from({ length: 100 }, (_, k) => Math.sin(Math.PI * share * k + 0.3));
      for (let position = 30; position < 70; position += 0.137) {
        const error = interpolateAt(samples, position) - Math.sin(Math.PI * share * position + 0.3);
        expect(Math.abs(error), `${share} at ${position}`).toBeLessThan(2e-3);
      }
    }
  });

  it('gives the samples at the samples, and zeros far beyond the ends', () => {
    const samples = noise(60, 5);
    for (let k = 0; k < 60; k += 1) expect(interpolateAt(samples, k)).toBeCloseTo(samples[k]!, 12);
    expect(interpolateAt(samples, -KERNEL_HALF_WIDTH - 1)).toBe(0);
    expect(interpolateAt(samples, 60 + KERNEL_HALF_WIDTH)).toBe(0);
  });

  it('does two functions as it does each', () => {
    const [a, b, into] = [noise(50, 6), noise(50, 7), { first: 0, second: 0 }];
    for (const position of [-3.2, 0, 17.71, 48.9, 55]) {
      interpolatePair(a, b, position, into);
      expect(into.first).toBeCloseTo(interpolateAt(a, position), 12);
      expect(into.second).toBeCloseTo(interpolateAt(b, position), 12);
    }
  });
});

describe('preparing traces', () => {
  it('puts different intervals and starts on one axis', () => {
    const [fine, coarse] = preparePair(pulse(0, 2, 501), pulse(101, 4, 220));
    expect([fine.intervalMs, coarse.intervalMs]).toEqual([4, 4]);
    const axis = commonAxis(fine, coarse)!;
    expect(axis).toEqual({ startMs: 104, intervalMs: 4, count: 219 });
    const none = { shiftMs: 0, phaseDeg: 0, gain: 1, shiftCurve: [] };
    for (const trace of [fine, coarse]) {
      const { real, live } = correctTrace(trace, none, axis);
      // What a trace stands for between its first and last sample.
      expect(live.slice(0, 217).every((each) => each === 1)).toBe(true);
      expect(mostOf(real.map((value, k) => value - pulseAt(104 + 4 * k)))).toBeLessThan(2e-3);
    }
  });

  it('takes away what the coarser trace cannot hold', () => {
    const samples = Float32Array.from({ length: 500 }, (_, k) => Math.sin(2 * Math.PI * 0.4 * k) + 1e-9);
    const coarse = prepareTrace({ startMs: 0, intervalMs: 2, samples }, 4);
    expect(mostOf(coarse.real.subarray(20, 230))).toBeLessThan(2e-3);
  });

  it('hears neither what is muted at the ends nor NaN', () => {
    const samples = Float32Array.of(0, NaN, 0, 3, 0, NaN, -1, 0, 0);
    expect(liveRange({ samples })).toEqual({ first: 3, last: 6 });
    const { live, real } = prepareTrace({ startMs: 0, intervalMs: 4, samples });
    expect([...live]).toEqual([0, 0, 0, 1, 1, 0, 1, 0, 0]);
    expect([...real]).toEqual([0, 0, 0, 3, 0, 0, -1, 0, 0]);
    expect(liveRange({ samples: new Float32Array(5) })).toEqual({ first: 5, last: 4 });
  });

  it('has no common axis of records that do not overlap', () => {
    expect(commonAxis(...preparePair(pulse(0, 4, 100), pulse(400, 4, 100)))).toBe(null);
  });
});

describe('correctTrace', () => {
  it('is gain rotate(raw(t - shiftMs - shiftCurve(t)), phaseDeg)', () => {
    const trace = prepareTrace(pulse(0, 4, 251));
    const shiftCurve = [[0, -6], [1000, 6]] as const; // prettier-ignore
    const correction = { shiftMs: 7.3, phaseDeg: 50, gain: 1.7, shiftCurve };
    const { real, live } = correctTrace(trace, correction, trace);
    const expected = (timeMs: number): number => 1.7 * pulseAt(timeMs - 7.3 + 6 - 0.012 * timeMs, 50);
    expect(mostOf(real.map((value, k) => (live[k] === 1 ? value - expected(4 * k) : 0)))).toBeLessThan(3e-3);
    // The first 1.3 ms of the corrected trace show what was before the record.
    expect([...live.slice(0, 3)]).toEqual([0, 1, 1]);
  });
});
