/**
 * Smoothed by three running means, which together come near a Gaussian of that standard deviation; at the ends the means are
 * of what there is.
 */
export function smoothed(values: Float64Array, deviation: number): Float64Array {
  // Of a mean over 2h + 1 elements the variance is (h^2 + h) / 3; three of them make three times that.
  const half = Math.max(0, Math.round((Math.sqrt(1 + 4 * deviation * deviation) - 1) / 2));
  const [once, twice] = [new Float64Array(values.length), new Float64Array(values.length)];
  runningMean(values, half, once);
  runningMean(once, half, twice);
  runningMean(twice, half, once);
  return once;
}

function runningMean(values: Float64Array, half: number, into: Float64Array): void {
  const count = values.length;
  let [sum, elements] = [0, 0];
  for (let k = 0; k < Math.min(half, count); k += 1, elements += 1) sum += values[k]!;
  for (let k = 0; k < count; k += 1) {
    if (k + half < count) {
      sum += values[k + half]!;
      elements += 1;
    }
    if (k > half) {
      sum -= values[k - half - 1]!;
      elements -= 1;
    }
    into[k] = sum / elements;
  }
}
