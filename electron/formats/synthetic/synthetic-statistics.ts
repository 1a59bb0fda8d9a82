/** Statistics of amplitudes that are all in memory. */
import type { AmplitudeStatistics } from '../../../shared/survey.ts';

const HISTOGRAM_BINS = 256;

/** @param tracesShare share of the survey's traces that `samples` holds; NaN among them are left out */
export function amplitudeStatistics(samples: Float32Array, tracesShare: number): AmplitudeStatistics {
  const finite = samples.filter(Number.isFinite);
  const magnitudes = finite.map(Math.abs).sort();
  const reach = magnitudes.at(-1) ?? 0;
  const histogram = new Uint32Array(HISTOGRAM_BINS);
  let min = 0;
  let max = 0;
  let sumOfSquares = 0;
  for (const value of finite) {
    min = Math.min(min, value);
    max = Math.max(max, value);
    sumOfSquares += value * value;
    const bin = reach === 0 ? 0 : Math.floor(((value + reach) / (2 * reach)) * HISTOGRAM_BINS);
    histogram[Math.min(bin, HISTOGRAM_BINS - 1)]! += 1;
  }
  return {
    min,
    max,
    rms: finite.length === 0 ? 0 : Math.sqrt(sumOfSquares / finite.length),
    sampleCount: finite.length,
    tracesShare,
    histogram,
    histogramMin: -reach,
    histogramMax: reach,
    absPercentiles: Float32Array.from(
      { length: 101 },
      (_, percent) => magnitudes[Math.round((percent / 100) * (magnitudes.length - 1))] ?? 0,
    ),
  };
}
