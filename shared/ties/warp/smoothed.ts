/**
 * Smoothed by three running means, which together come near a Gaussian of that standard deviation; at the ends the means are
 * of what there is.
 */
export function smoothed(values: Float64Array, deviation: number): Float64Array {
  // Of a mean over 2h + 1 elements the variance is (h^2 + h) / 3; three of them make three times that.
  const half = Math.max(0, Math.round((Math.sqrt(1 + 4 * deviation * deviation) - 1) / 2));
  return runningMean(runningMean(runningMean(values, half), half), half);
}

function runningMean(values: Float64Array, half: number): Float64Array {
  const count = values.length;
  const sums = new Float64Array(count + 1);
  for (let k = 0; k < count; k += 1) sums[k + 1] = sums[k]! + values[k]!;
  const means = new Float64Array(count);
  for (let k = 0; k < count; k += 1) {
    const first = Math.max(0, k - half);
    const end = Math.min(count, k + half + 1);
    means[k] = (sums[end]! - sums[first]!) / (end - first);
  }
  return means;
}
