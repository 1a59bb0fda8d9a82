/** Whole numbers from 0 to below `limit`, the same for the same seed on every machine. */
export type RandomInteger = (limit: number) => number;

/** Mulberry32 (Tommy Ettinger, public domain): 32 bits of state, enough to draw slice numbers by. */
export function createRandom(seed: number): RandomInteger {
  let state = seed >>> 0;
  return (limit) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let word = Math.imul(state ^ (state >>> 15), state | 1);
    word ^= word + Math.imul(word ^ (word >>> 7), word | 61);
    return Math.floor((((word ^ (word >>> 14)) >>> 0) / 2 ** 32) * limit);
  };
}
