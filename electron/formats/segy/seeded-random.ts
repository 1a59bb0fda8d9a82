/** Repeatable choices of traces: the same file is always probed and sampled at the same places. */

/** Uniform numbers in [0, 1). Mulberry32, a 32-bit generator in the public domain (T. Ettinger, 2017). */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** `picks` traces of `traceCount`, one at random from each of as many equal parts, ascending; all where there are no more. */
export function pickTraces(traceCount: number, picks: number, seed: number): number[] {
  if (traceCount <= picks) return Array.from({ length: traceCount }, (_, trace) => trace);
  const random = createRandom(seed);
  return Array.from({ length: picks }, (_, part) =>
    Math.min(Math.floor(((part + random()) * traceCount) / picks), traceCount - 1),
  );
}
