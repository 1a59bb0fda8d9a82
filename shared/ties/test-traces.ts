/** For tests: traces whose shifts are known exactly. */

/** Mulberry32, 0 to 1. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let word = Math.imul(state ^ (state >>> 15), state | 1);
    word ^= word + Math.imul(word ^ (word >>> 7), word | 61);
    return ((word ^ (word >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Ricker's wavelet of 30 Hz, which a 4 ms interval holds with room to spare. */
function ricker(timeMs: number): number {
  const x = (Math.PI * 30 * timeMs) / 1000;
  return (1 - 2 * x * x) * Math.exp(-x * x);
}

/**
 * Random reflections, about one in 20 ms, each a wavelet at an exact time: sample k shows the earth at
 * `earthTimeAt(k intervalMs)`.
 */
export function seededReflectivity(
  count: number,
  intervalMs: number,
  seed: number,
  earthTimeAt: (timeMs: number) => number = (timeMs) => timeMs,
): Float32Array {
  const random = seededRandom(seed);
  const reflections = Array.from({ length: Math.round((count * intervalMs) / 20) }, () => ({
    timeMs: random() * count * intervalMs,
    amplitude: random() * 2 - 1,
  }));
  return Float32Array.from({ length: count }, (_, k) => {
    const timeMs = earthTimeAt(k * intervalMs);
    return reflections.reduce((sum, reflection) => sum + reflection.amplitude * ricker(timeMs - reflection.timeMs), 0);
  });
}
