/** Small seeded generators: the same seed gives the same survey, delays and failures everywhere. */

/** A number in [0, 1) that depends on all three integers (the finaliser of MurmurHash3 over their mix). */
export function hashedShare(seed: number, a: number, b: number): number {
  let hash = Math.imul(seed + 0x9e3779b9, 0x85ebca6b) ^ Math.imul(a + 1, 0xc2b2ae35) ^ Math.imul(b + 1, 0x27d4eb2f);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}

/** A stream of numbers in [0, 1). */
export function createRandom(seed: number): () => number {
  let drawn = 0;
  return () => hashedShare(seed, drawn++, 0x5eed);
}
