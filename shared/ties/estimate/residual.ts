import type { PreparedTrace } from '../signal/prepare-trace.ts';
import type { SampleRange } from './correlate.ts';

/**
 * RMS of the difference over the RMS of both, where both are heard: 0 of equal traces, 1.41 of unrelated ones, 2 of opposite
 * ones. NaN where nothing is heard of both.
 */
export function relativeDifference(a: PreparedTrace, b: PreparedTrace, { first, end }: SampleRange): number {
  let [difference, energy] = [0, 0];
  for (let k = first; k < end; k += 1) {
    const live = a.live[k]! & b.live[k]!;
    const [x, y] = [live * a.real[k]!, live * b.real[k]!];
    difference += (x - y) ** 2;
    energy += (x * x + y * y) / 2;
  }
  return energy > 0 ? Math.sqrt(difference / energy) : NaN;
}
