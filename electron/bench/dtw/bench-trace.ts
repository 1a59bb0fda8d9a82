import { createRandom } from '../harness/seeded-random.ts';

const LIMIT = 2 ** 20;

/** Random reflections seen through a smooth wavelet, so that paths turn as those of seismic traces do. */
export function benchTrace(count: number, seed: number): Float64Array {
  const random = createRandom(seed);
  const spikes = Float64Array.from({ length: count }, () => (random(5) === 0 ? (2 * random(LIMIT)) / LIMIT - 1 : 0));
  const wavelet = (at: number): number => (1 - at * at) * Math.exp((-at * at) / 2);
  return spikes.map((_, k) => {
    let sum = 0;
    for (let j = Math.max(0, k - 10); j <= Math.min(count - 1, k + 10); j += 1)
      sum += spikes[j]! * wavelet((k - j) / 2.3);
    return sum;
  });
}
