/** A path's lags, which are whole samples, refined below the sample. */
import { parabolaPeak } from '../estimate/refine-peak.ts';
import { interpolateAt } from '../signal/sinc-kernel.ts';
import { smoothed } from './smoothed.ts';

/** Standard deviation of the window, in samples: about a period of the dominant frequency. */
const WINDOW_SAMPLES = 8;
const STEP = 0.5;
/** Each time the lags may move by a step; the path is seldom more than a sample off. */
const TIMES = 3;

export interface RefinedLags {
  /** In samples, at each sample of b. */
  readonly lags: Float64Array;
  /** Correlation about each sample, the lags applied: 1 where the traces are equal but for their strength, 0 or less cut to 0. */
  readonly confidence: Float64Array;
}

/** About each sample, the lag at which the squared difference under a Gaussian window is least, by a parabola. */
export function refineLags(a: Float64Array, b: Float64Array, pathLags: Float64Array): RefinedLags {
  const heard = withoutGaps(a);
  let lags = smoothed(pathLags, WINDOW_SAMPLES);
  for (let time = 0; time < TIMES; time += 1) {
    const [before, at, after] = [-STEP, 0, STEP].map((offset) => windowedDifference(heard, b, lags, offset));
    const moved = lags.map((lag, k) => {
      if (before![k]! < at![k]! || after![k]! < at![k]!) return lag + (before![k]! < after![k]! ? -STEP : STEP);
      return lag + STEP * parabolaPeak(before![k]!, at![k]!, after![k]!).offset;
    });
    // Where there is little to hear, neighbours say more than noise.
    lags = smoothed(moved, WINDOW_SAMPLES / 2);
  }
  return { lags, confidence: localCorrelation(heard, b, lags) };
}

const withoutGaps = (samples: Float64Array): Float64Array =>
  samples.map((value) => (Number.isFinite(value) ? value : 0));

function windowedDifference(a: Float64Array, b: Float64Array, lags: Float64Array, offset: number): Float64Array {
  const squares = b.map((value, k) => {
    if (Number.isNaN(value)) return 0;
    return (value - interpolateAt(a, k - lags[k]! - offset)) ** 2;
  });
  return smoothed(squares, WINDOW_SAMPLES);
}

function localCorrelation(a: Float64Array, b: Float64Array, lags: Float64Array): Float64Array {
  const heard = withoutGaps(b);
  const warped = heard.map((_, k) => interpolateAt(a, k - lags[k]!));
  const products = smoothed(
    warped.map((value, k) => value * heard[k]!),
    WINDOW_SAMPLES,
  );
  const energyA = smoothed(
    warped.map((value) => value * value),
    WINDOW_SAMPLES,
  );
  const energyB = smoothed(
    heard.map((value) => value * value),
    WINDOW_SAMPLES,
  );
  return products.map((product, k) => {
    const energy = Math.sqrt(energyA[k]! * energyB[k]!);
    return energy > 0 ? Math.max(0, Math.min(1, product / energy)) : 0;
  });
}
