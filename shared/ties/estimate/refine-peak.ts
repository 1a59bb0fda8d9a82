/** Peaks between samples of a band-limited function. */
import { interpolateAt, KERNEL_HALF_WIDTH } from '../signal/sinc-kernel.ts';

/** Steps a sample at which the function is looked at about its highest sample. */
const STEPS = 8;

export interface Peak {
  /** In samples from element 0. */
  readonly position: number;
  readonly value: number;
}

/**
 * The highest value between `KERNEL_HALF_WIDTH` samples from either end: interpolated at eighths of a sample about the highest
 * sample, then a parabola through the three highest. Of equal ones the first.
 * @param valueAt of a position
 */
export function highestPeak(length: number, valueAt: (position: number) => number): Peak {
  let [best, highest] = [KERNEL_HALF_WIDTH, -Infinity];
  for (let k = KERNEL_HALF_WIDTH; k < length - KERNEL_HALF_WIDTH; k += 1) {
    const value = valueAt(k);
    if (value > highest) [best, highest] = [k, value];
  }
  let position = best;
  for (let step = -STEPS + 1; step < STEPS; step += 1) {
    const value = valueAt(best + step / STEPS);
    if (value > highest) [position, highest] = [best + step / STEPS, value];
  }
  const { offset, value } = parabolaPeak(valueAt(position - 1 / STEPS), highest, valueAt(position + 1 / STEPS));
  return { position: position + offset / STEPS, value };
}

/** The vertex of the parabola through (-1, before), (0, at), (1, after); 0 where it has none between. */
export function parabolaPeak(
  before: number,
  at: number,
  after: number,
): { readonly offset: number; readonly value: number } {
  const bend = before - 2 * at + after;
  if (bend === 0) return { offset: 0, value: at };
  const offset = (before - after) / (2 * bend);
  return Math.abs(offset) <= 1 ? { offset, value: at - ((before - after) * offset) / 4 } : { offset: 0, value: at };
}

/** The square of the magnitude of a complex function between its samples. */
export function powerAt(real: Float64Array, imaginary: Float64Array, position: number): number {
  return interpolateAt(real, position) ** 2 + interpolateAt(imaginary, position) ** 2;
}
