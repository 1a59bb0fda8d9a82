/** Choices from a seed: the same seed gives the same ones on every machine. */
import { createRandom } from '../../formats/segy/seeded-random.ts';

export class Draw {
  readonly #random: () => number;

  constructor(seed: number) {
    this.#random = createRandom(seed);
  }

  /** 0 to below `limit`. */
  below(limit: number): number {
    return Math.floor(this.#random() * limit);
  }

  chance(probability: number): boolean {
    return this.#random() < probability;
  }

  pick<Value>(values: readonly Value[]): Value {
    return values[this.below(values.length)]!;
  }

  /** 1 to `limit`, small ones more often: each power of two is as likely as the next. */
  length(limit: number): number {
    return Math.max(1, Math.min(limit, Math.floor(2 ** (this.#random() * Math.log2(limit + 1)))));
  }

  seed(): number {
    return this.below(2 ** 31);
  }
}

/** One number from two, every bit of it from every bit of them (the finaliser of MurmurHash3, public domain). */
export function mixedSeed(seed: number, index: number): number {
  let mixed = Math.imul(seed, 0x9e3779b1) ^ index;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
