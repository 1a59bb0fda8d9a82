/**
 * The wavelet of the survey and its Hilbert transform, tabulated. The amplitude spectrum A(f) is a trapezoid with sine
 * squared flanks, zero outside 4 to 76 Hz, so that samples at 4 ms (Nyquist 125 Hz) hold it without aliasing. Then
 *
 *   wavelet(t) = integral A(f) cos(2 pi f t) df,   hilbert(t) = integral A(f) sin(2 pi f t) df,
 *
 * both scaled by 1 / wavelet(0). The Hilbert transform H turns cos into sin, and a rotation by phi is
 * rotate(x, phi) = cos(phi) x - sin(phi) H{x}, which turns cos(wt) into cos(wt + phi).
 */

/** Corners of the amplitude spectrum in Hz: zero, full, full, zero. A broad marine survey. */
const CORNERS_HZ = [4, 20, 24, 76] as const;
/** Beyond this both functions are below 0.2 % of the peak. */
export const WAVELET_HALF_LENGTH_MS = 150;
/** The outermost part fades to zero, so that the cut makes no step. */
const FADE_MS = 40;
/** Linear interpolation between these steps errs by less than 1e-4 of the peak: (2 pi 76 Hz / 16 kHz)^2 / 8. */
export const WAVELET_STEPS_PER_MS = 16;
const FREQUENCY_STEP_HZ = 0.25;

/** Values at -150, -150 + 1/16, ... 150 ms, and one guard value more for the interpolation. */
export type WaveletTable = Float32Array;

const TABLE_LENGTH = 2 * WAVELET_HALF_LENGTH_MS * WAVELET_STEPS_PER_MS + 2;

function spectrumAt(frequencyHz: number): number {
  const [lowCut, lowPass, highPass, highCut] = CORNERS_HZ;
  if (frequencyHz <= lowCut || frequencyHz >= highCut) return 0;
  if (frequencyHz < lowPass) return Math.sin(((Math.PI / 2) * (frequencyHz - lowCut)) / (lowPass - lowCut)) ** 2;
  if (frequencyHz > highPass) return Math.cos(((Math.PI / 2) * (frequencyHz - highPass)) / (highCut - highPass)) ** 2;
  return 1;
}

function fadeAt(timeMs: number): number {
  const inside = Math.min(Math.max((WAVELET_HALF_LENGTH_MS - Math.abs(timeMs)) / FADE_MS, 0), 1);
  return Math.sin((Math.PI / 2) * inside) ** 2;
}

/** The wavelet and its Hilbert transform. */
export interface WaveletPair {
  readonly wavelet: WaveletTable;
  readonly hilbert: WaveletTable;
}

/** The sum over frequencies repeats after 1 / 0.25 Hz = 4 s, far beyond the table. */
export function createWaveletPair(): WaveletPair {
  const wavelet = new Float32Array(TABLE_LENGTH);
  const hilbert = new Float32Array(TABLE_LENGTH);
  const frequencies: number[] = [];
  for (let f = FREQUENCY_STEP_HZ; f < CORNERS_HZ[3]; f += FREQUENCY_STEP_HZ) frequencies.push(f);
  const spectrum = frequencies.map(spectrumAt);
  const peak = spectrum.reduce((sum, value) => sum + value, 0);
  for (let i = 0; i < TABLE_LENGTH - 1; i++) {
    const timeMs = i / WAVELET_STEPS_PER_MS - WAVELET_HALF_LENGTH_MS;
    let even = 0;
    let odd = 0;
    for (let j = 0; j < frequencies.length; j++) {
      const angle = (2 * Math.PI * frequencies[j]! * timeMs) / 1000;
      even += spectrum[j]! * Math.cos(angle);
      odd += spectrum[j]! * Math.sin(angle);
    }
    wavelet[i] = (even / peak) * fadeAt(timeMs);
    hilbert[i] = (odd / peak) * fadeAt(timeMs);
  }
  return { wavelet, hilbert };
}

/** scale (cos(phase) wavelet - sin(phase) hilbert): the wavelet rotated by `phaseDeg`. */
export function rotateWavelet(pair: WaveletPair, phaseDeg: number, scale: number): WaveletTable {
  const cosine = scale * Math.cos((phaseDeg * Math.PI) / 180);
  const sine = scale * Math.sin((phaseDeg * Math.PI) / 180);
  return pair.wavelet.map((value, i) => cosine * value - sine * pair.hilbert[i]!);
}
