/** A number that tells slices apart (FNV-1a over the bits of float32 samples). All NaNs count as one. */
const OFFSET_BASIS = 0x811c9dc5;
const PRIME = 0x01000193;
const ONE_NAN = 0x7fc00000;

export function samplesDigest(samples: Float32Array, seed: number = OFFSET_BASIS): number {
  const bits = new Uint32Array(samples.buffer, samples.byteOffset, samples.length);
  let digest = seed;
  for (const word of bits) {
    digest = Math.imul(digest ^ ((word & 0x7fffffff) > 0x7f800000 ? ONE_NAN : word), PRIME);
  }
  return digest >>> 0;
}
