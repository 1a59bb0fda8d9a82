/** From percentile to amplitude and back. Amplitudes are those of the file. */
import type { AmplitudeStatistics } from '../../shared/survey.ts';
import { sampleAt, type SliceView } from '../../shared/slices.ts';

type Percentiles = Pick<AmplitudeStatistics, 'absPercentiles'>;

/** False where every trace looked at is dead: its zeros are counted in no figure. */
export const hasLiveTraces = ({ tracesShare }: Pick<AmplitudeStatistics, 'tracesShare'>): boolean => tracesShare > 0;

/** Linear between whole percentiles. Zero only where the survey has no other amplitude. */
export function amplitudeAtPercentile({ absPercentiles }: Percentiles, percentile: number): number {
  const lower = Math.min(Math.max(Math.floor(percentile), 0), 99);
  const from = absPercentiles[lower]!;
  return from + (absPercentiles[lower + 1]! - from) * (Math.min(percentile, 100) - lower);
}

/** The inverse, for a clip that is dragged on the histogram; in [0, 100]. */
export function percentileOfAmplitude({ absPercentiles }: Percentiles, amplitude: number): number {
  const upper = absPercentiles.findIndex((value) => value >= amplitude);
  if (upper < 0) return 100;
  if (upper === 0) return 0;
  const from = absPercentiles[upper - 1]!;
  return upper - 1 + (amplitude - from) / (absPercentiles[upper]! - from);
}

/** Samples looked at until the statistics are there: enough for a percentile to within about one. */
const PROVISIONAL_SAMPLES = 4096;

/** A clip for the first picture, from an even subset of its own finite samples; null where it has none. */
export function provisionalClip(view: SliceView, percentile: number): number | null {
  const [rows, columns] = view.shape;
  const stride = Math.max(1, Math.ceil((rows * columns) / PROVISIONAL_SAMPLES));
  const amplitudes: number[] = [];
  for (let position = 0; position < rows * columns; position += stride) {
    const amplitude = Math.abs(sampleAt(view, Math.floor(position / columns), position % columns));
    if (Number.isFinite(amplitude)) amplitudes.push(amplitude);
  }
  if (amplitudes.length === 0) return null;
  amplitudes.sort((a, b) => a - b);
  return amplitudes[Math.round((percentile / 100) * (amplitudes.length - 1))]!;
}
