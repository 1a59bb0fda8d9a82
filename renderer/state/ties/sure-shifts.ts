import type { ExactWarp } from '../../../shared/ties/warp/warp-exactly.ts';

/** Of the confidence, 0 to 1: below it a path wanders where nothing is to be heard. */
const LEAST_CONFIDENCE = 0.5;

/** Least and largest shift of a path, in ms, where it is sure of it; null where it is nowhere. */
export function sureShifts({
  shiftMs,
  confidence,
}: Pick<ExactWarp, 'shiftMs' | 'confidence'>): readonly [leastMs: number, mostMs: number] | null {
  let [least, most] = [Infinity, -Infinity];
  for (const [k, shift] of shiftMs.entries()) {
    if (confidence[k]! < LEAST_CONFIDENCE) continue;
    least = Math.min(least, shift);
    most = Math.max(most, shift);
  }
  return least > most ? null : [least, most];
}
