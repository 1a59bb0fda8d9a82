/** The Hilbert transform H, which turns cosine into sine: x + iH{x} is the analytic signal. */
import { fourierOf } from './fourier.ts';

/** Zeros behind a trace, as a share of it: what the transform of its end would else put on its start. */
const PADDING = 0.25;

/** As many numbers as the transform of `count` samples works on. */
export const paddedLength = (count: number): number => 2 ** Math.ceil(Math.log2(Math.max(count * (1 + PADDING), 2)));

/** H of one trace, or of two of one length in the time of one. Samples are finite. */
export function hilbertTransform(first: Float64Array, second?: Float64Array): readonly [Float64Array, Float64Array] {
  const count = first.length;
  const size = paddedLength(count);
  const fourier = fourierOf(size);
  const real = new Float64Array(size);
  const imaginary = new Float64Array(size);
  real.set(first);
  if (second !== undefined) imaginary.set(second);
  fourier.forward(real, imaginary);
  // H is linear and keeps real what is real, so it may be done to first + i second at once: -i above 0 Hz, i below.
  real[0] = imaginary[0] = real[size / 2] = imaginary[size / 2] = 0;
  for (let k = 1; k < size / 2; k += 1) {
    const [re, im] = [real[k]!, imaginary[k]!];
    real[k] = im;
    imaginary[k] = -re;
    const [below, belowIm] = [real[size - k]!, imaginary[size - k]!];
    real[size - k] = -belowIm;
    imaginary[size - k] = below;
  }
  fourier.inverse(real, imaginary);
  return [real.slice(0, count), imaginary.slice(0, count)];
}
