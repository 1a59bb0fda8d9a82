/** From reflections to samples: the sum of one wavelet per reflection, evaluated at exact times. */
import type { Reflections } from './reflections.ts';
import { WAVELET_HALF_LENGTH_MS, WAVELET_STEPS_PER_MS, type WaveletTable } from './wavelet.ts';

/** The wavelet widens with depth, as absorption makes it: by 1 / 0.72 at the end of the record. */
const SQUEEZE_LOSS_PER_RECORD = 0.28;
const SQUEEZE_LEAST = 0.7;

/**
 * Adds the reflections to `trace`. `earthTimesMs` holds the time in the earth that each sample shows, increasing: the
 * sample times themselves for a trace without shift, the corrected times for one with (see `mis-tie.ts`).
 */
export function addReflections(
  reflections: Reflections,
  earthTimesMs: Float64Array,
  recordMs: number,
  wavelet: WaveletTable,
  trace: Float32Array,
): void {
  const { count, timeMs, amplitude } = reflections;
  const sampleCount = earthTimesMs.length;
  const firstMs = earthTimesMs[0]!;
  const samplesPerMs = (sampleCount - 1) / (earthTimesMs[sampleCount - 1]! - firstMs);
  for (let i = 0; i < count; i++) {
    const centreMs = timeMs[i]!;
    const peak = amplitude[i]!;
    const squeeze = Math.max(1 - (SQUEEZE_LOSS_PER_RECORD * centreMs) / recordMs, SQUEEZE_LEAST);
    const halfMs = WAVELET_HALF_LENGTH_MS / squeeze;
    const stepsPerMs = WAVELET_STEPS_PER_MS * squeeze;
    const offset = WAVELET_HALF_LENGTH_MS * WAVELET_STEPS_PER_MS - centreMs * stepsPerMs;
    /** The mean spacing gives a first guess of the sample; warped times differ from it by a few samples. */
    let k = Math.min(Math.max(Math.floor((centreMs - halfMs - firstMs) * samplesPerMs), 0), sampleCount - 1);
    while (k > 0 && earthTimesMs[k - 1]! > centreMs - halfMs) k--;
    while (k < sampleCount && earthTimesMs[k]! <= centreMs - halfMs) k++;
    const endMs = centreMs + halfMs;
    for (; k < sampleCount; k++) {
      const time = earthTimesMs[k]!;
      if (time >= endMs) break;
      const position = time * stepsPerMs + offset;
      const step = position | 0;
      const low = wavelet[step]!;
      trace[k]! += peak * (low + (position - step) * (wavelet[step + 1]! - low));
    }
  }
}
