/**
 * Smooth dynamic warping: the shifts whose summed errors are least among those that change by no more than a strain allows
 * (D. Hale, Dynamic warping of seismic images, Geophysics 78, 2013; errors smoothed by accumulating them forward and backward).
 */
import { parabolaPeak } from '../estimate/refine-peak.ts';
import { smoothed } from './smoothed.ts';

export interface LagErrors {
  /** [times, lags] in C order, not negative. */
  readonly errors: Float64Array;
  readonly times: number;
  readonly lags: number;
}

export interface WarpedLags {
  /** In lags from element 0, at each time, between whole ones. */
  readonly lags: Float64Array;
  /**
   * By how much the errors of the best whole path grow when it has to pass one lag aside at this time, the mean of both sides: 0 where
   * nothing is heard, or where no shift is better than another.
   */
  readonly sharpness: Float64Array;
}

/** @param block samples of time in which the shift may change by one lag: 1 / (strain limit x time step / lag step) */
export function warpSmoothly({ errors, times, lags }: LagErrors, block: number): WarpedLags {
  const forward = accumulate({ errors, times, lags }, block, 1);
  const backward = accumulate({ errors, times, lags }, block, -1);
  const both = forward;
  for (let k = 0; k < both.length; k += 1) both[k]! += backward[k]! - errors[k]!;
  // The sums hold the errors of whole paths; what one lag adds at one time is their difference from the best path.
  const path = cheapestPath({ errors: both, times, lags }, block);
  const refined = new Float64Array(times);
  const sharpness = new Float64Array(times);
  for (let i = 0; i < times; i += 1) {
    const lag = path[i]!;
    refined[i] = lag;
    if (lag === 0 || lag === lags - 1) continue;
    const at = i * lags + lag;
    const [before, here, after] = [both[at - 1]!, both[at]!, both[at + 1]!];
    refined[i] = lag + parabolaPeak(before, here, after).offset;
    sharpness[i] = Math.max(0, (before + after) / 2 - here);
  }
  return { lags: smoothed(refined, block), sharpness };
}

/**
 * d(i, l) = e(i, l) + min(d(i - 1, l), d(i - block, l +- 1) + the errors at l +- 1 between): a shift changes by one lag in a block
 * at most. @param direction 1 from the first time, -1 from the last
 */
function accumulate({ errors, times, lags }: LagErrors, block: number, direction: 1 | -1): Float64Array {
  const sums = new Float64Array(times * lags);
  // Of the errors of each lag from the start, so that those of a block are one difference.
  const along = new Float64Array(times * lags);
  const start = direction === 1 ? 0 : times - 1;
  const step = direction * lags;
  for (let l = 0; l < lags; l += 1) sums[start * lags + l] = along[start * lags + l] = errors[start * lags + l]!;
  for (let n = 1, i = start + direction; n < times; n += 1, i += direction) {
    const row = i * lags;
    const back = Math.min(n, block) * step;
    for (let l = 0; l < lags; l += 1) {
      const at = row + l;
      const before = at - step;
      along[at] = along[before]! + errors[at]!;
      let least = sums[before]!;
      if (l > 0) {
        const aside = sums[at - back - 1]! + (along[before - 1]! - along[at - back - 1]!);
        if (aside < least) least = aside;
      }
      if (l < lags - 1) {
        const aside = sums[at - back + 1]! + (along[before + 1]! - along[at - back + 1]!);
        if (aside < least) least = aside;
      }
      sums[at] = least + errors[at]!;
    }
  }
  return sums;
}

/** Followed back from the cheapest end; of equal ways the one that does not change the lag, then the one to the smaller. */
function cheapestPath(all: LagErrors, block: number): Int32Array {
  const { errors, times, lags } = all;
  const sums = accumulate(all, block, 1);
  const path = new Int32Array(times);
  let i = times - 1;
  let lag = 0;
  for (let l = 1; l < lags; l += 1) if (sums[i * lags + l]! < sums[i * lags + lag]!) lag = l;
  path[i] = lag;
  while (i > 0) {
    const back = Math.min(i, block);
    let [best, least] = [lag, sums[(i - 1) * lags + lag]!];
    for (const aside of [lag - 1, lag + 1]) {
      if (aside < 0 || aside >= lags) continue;
      let sum = sums[(i - back) * lags + aside]!;
      for (let k = i - back + 1; k < i; k += 1) sum += errors[k * lags + aside]!;
      if (sum < least) [best, least] = [aside, sum];
    }
    if (best === lag) {
      i -= 1;
      path[i] = lag;
      continue;
    }
    for (let k = 1; k <= back; k += 1) path[i - k] = best;
    i -= back;
    lag = best;
  }
  return path;
}
