/** A path's lags, which are whole samples, refined below the sample. */
import { interpolatePair } from '../signal/sinc-kernel.ts';
import { smoothed } from './smoothed.ts';

/** Standard deviation of the window, in samples: about a period of the dominant frequency. */
const WINDOW_SAMPLES = 8;
/** After two the lags of a path, which are seldom more than a sample off, change by less than 0.01 of one. */
const TIMES = 2;
/** A step that is longer follows noise. */
const LONGEST_STEP = 1;
/** Of the mean square of the slopes: where there is little to hear, the lags stay as they are. */
const LEAST_SLOPE = 1e-3;

export interface RefinedLags {
  /** In samples, at each sample of b. */
  readonly lags: Float64Array;
  /** Correlation about each sample, the lags applied: 1 where the traces are equal but for their strength, 0 or less cut to 0. */
  readonly confidence: Float64Array;
}

/**
 * About each sample, the lag at which the squared difference under a Gaussian window is least, by steps of Gauss and Newton (B. Lucas
 * and T. Kanade, 1981): a moved by d changes by -d times its slope.
 */
export function refineLags(a: Float64Array, b: Float64Array, pathLags: Float64Array): RefinedLags {
  const [heard, target] = [withoutGaps(a), withoutGaps(b)];
  const slopes = slopesOf(heard);
  const count = b.length;
  const warped = new Float64Array(count);
  let lags = smoothed(pathLags, WINDOW_SAMPLES);
  const [products, squares] = [new Float64Array(count), new Float64Array(count)];
  const at = { first: 0, second: 0 };
  for (let time = 0; time < TIMES; time += 1) {
    for (let k = 0; k < count; k += 1) {
      interpolatePair(heard, slopes, k - lags[k]!, at);
      const isHeard = b[k] === b[k];
      products[k] = isHeard ? at.second * (at.first - target[k]!) : 0;
      squares[k] = isHeard ? at.second * at.second : 0;
    }
    lags = smoothed(
      steppedLags(lags, smoothed(products, WINDOW_SAMPLES), smoothed(squares, WINDOW_SAMPLES)),
      WINDOW_SAMPLES / 2,
    );
  }
  for (let k = 0; k < count; k += 1) {
    interpolatePair(heard, slopes, k - lags[k]!, at);
    warped[k] = at.first;
  }
  return { lags, confidence: localCorrelation(warped, target) };
}

/** NaN, which is not heard, as 0. */
const withoutGaps = (samples: Float64Array): Float64Array => samples.map((value) => (value === value ? value : 0));

/** Per sample, between the neighbours. */
function slopesOf(samples: Float64Array): Float64Array {
  const slopes = new Float64Array(samples.length);
  for (let k = 1; k + 1 < samples.length; k += 1) slopes[k] = (samples[k + 1]! - samples[k - 1]!) / 2;
  return slopes;
}

function steppedLags(lags: Float64Array, products: Float64Array, squares: Float64Array): Float64Array {
  let sum = 0;
  for (const square of squares) sum += square;
  const least = (LEAST_SLOPE * sum) / squares.length;
  const stepped = new Float64Array(lags.length);
  for (let k = 0; k < lags.length; k += 1) {
    const step = squares[k]! > least ? products[k]! / squares[k]! : 0;
    stepped[k] = lags[k]! + Math.max(-LONGEST_STEP, Math.min(LONGEST_STEP, step));
  }
  return stepped;
}

function localCorrelation(a: Float64Array, b: Float64Array): Float64Array {
  const count = b.length;
  const [products, squaresA, squaresB] = [new Float64Array(count), new Float64Array(count), new Float64Array(count)];
  for (let k = 0; k < count; k += 1) {
    products[k] = a[k]! * b[k]!;
    squaresA[k] = a[k]! * a[k]!;
    squaresB[k] = b[k]! * b[k]!;
  }
  const [product, energyA, energyB] = [products, squaresA, squaresB].map((each) => smoothed(each, WINDOW_SAMPLES));
  const confidence = new Float64Array(count);
  for (let k = 0; k < count; k += 1) {
    const energy = Math.sqrt(energyA![k]! * energyB![k]!);
    confidence[k] = energy > 0 ? Math.max(0, Math.min(1, product![k]! / energy)) : 0;
  }
  return confidence;
}
