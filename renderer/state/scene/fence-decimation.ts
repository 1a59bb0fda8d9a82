/** How coarse the pictures of fences are, so that all of them together have room. */
import type { Decimation } from '../../../shared/slices.ts';

/** Samples of all fences together: 64 MB on either side of the upload. */
const ALL_SAMPLES = 2 ** 24;
/** Of one: beyond, a line alone would be finer than any screen shows it. */
const MOST_SAMPLES = 2 ** 21;
/** Of each side: half of what every GPU has room for, so that a line is always one texture. */
const MOST_TEXELS = 4096;
/** Neighbouring traces differ less than neighbouring samples: traces are thinned out first. */
const TRACES_FIRST = 4;

/** Every n-th trace and sample of a line of so many, where so many lines stand in the scene. */
export function fenceDecimation(traceCount: number, sampleCount: number, fenceCount: number): Decimation {
  const budget = Math.min(MOST_SAMPLES, ALL_SAMPLES / Math.max(fenceCount, 1));
  let [rows, columns] = [powerAbove(traceCount / MOST_TEXELS), powerAbove(sampleCount / MOST_TEXELS)];
  while (Math.ceil(traceCount / rows) * Math.ceil(sampleCount / columns) > budget) {
    if (rows < TRACES_FIRST * columns && rows < traceCount) rows *= 2;
    else columns *= 2;
  }
  return { rows, columns };
}

/** The least power of two that is not below it. */
const powerAbove = (value: number): number => 2 ** Math.max(0, Math.ceil(Math.log2(value)));
