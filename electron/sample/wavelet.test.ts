import { expect, test } from 'vitest';
import { createWaveletPair, rotateWavelet, WAVELET_HALF_LENGTH_MS, WAVELET_STEPS_PER_MS } from './wavelet.ts';

const pair = createWaveletPair();
const centre = WAVELET_HALF_LENGTH_MS * WAVELET_STEPS_PER_MS;

/** Fourier transform of a table at one frequency: [cosine part, sine part]. */
function spectrumOf(table: Float32Array, frequencyHz: number): [number, number] {
  let even = 0;
  let odd = 0;
  for (let i = 0; i < table.length - 1; i++) {
    const angle = (2 * Math.PI * frequencyHz * (i - centre)) / WAVELET_STEPS_PER_MS / 1000;
    even += table[i]! * Math.cos(angle);
    odd += table[i]! * Math.sin(angle);
  }
  return [even, odd];
}

test('the wavelet peaks at 1 in the middle, is even, and its Hilbert transform odd', () => {
  expect(Math.max(...pair.wavelet)).toBe(1);
  expect(pair.wavelet[centre]).toBe(1);
  for (const offset of [1, 100, 700, centre]) {
    expect(pair.wavelet[centre + offset]).toBeCloseTo(pair.wavelet[centre - offset]!, 6);
    expect(pair.hilbert[centre + offset]).toBeCloseTo(-pair.hilbert[centre - offset]!, 6);
  }
});

test('the Hilbert transform turns cosines of the band into sines of the same size', () => {
  const [largest] = spectrumOf(pair.wavelet, 22);
  for (const frequencyHz of [8, 15, 22, 40, 60]) {
    const [even, odd] = spectrumOf(pair.wavelet, frequencyHz);
    const [hilbertEven, hilbertOdd] = spectrumOf(pair.hilbert, frequencyHz);
    expect(even / largest).toBeGreaterThan(0.05);
    expect(Math.abs(odd / largest)).toBeLessThan(1e-5);
    expect(Math.abs(hilbertEven / largest)).toBeLessThan(1e-5);
    expect(Math.abs((hilbertOdd - even) / largest)).toBeLessThan(0.01);
  }
});

test('holds nothing beyond 80 Hz, so 4 ms samples do not alias', () => {
  const [largest] = spectrumOf(pair.wavelet, 22);
  for (const frequencyHz of [82, 100, 125, 200]) {
    expect(Math.abs(spectrumOf(pair.wavelet, frequencyHz)[0] / largest)).toBeLessThan(0.002);
  }
});

test('rotations of 90 and 180 degrees give minus the Hilbert transform and the reversed wavelet', () => {
  const quarter = rotateWavelet(pair, 90, 1);
  const half = rotateWavelet(pair, 180, 2);
  for (const i of [0, centre - 90, centre, centre + 33]) {
    expect(quarter[i]).toBeCloseTo(-pair.hilbert[i]!, 6);
    expect(half[i]).toBeCloseTo(-2 * pair.wavelet[i]!, 6);
  }
});
