/** Both implementations against plain definitions. */
import { describe, expect, it } from 'vitest';
import { loadAddon } from './addon-binding.ts';
import { AMPLITUDE_CLASSES, createAddonArrayWork, plainArrayWork, type ArrayWork } from './array-work.ts';
import { seededWords } from './testing/seeded-words.ts';

const { binding } = loadAddon();
const WORKS: readonly (readonly [string, ArrayWork | null])[] = [
  ['addon', binding === null ? null : createAddonArrayWork(binding)],
  ['plain', plainArrayWork],
];

for (const [name, work] of WORKS) {
  describe.skipIf(work === null)(`${name}${work === null ? ' (skipped: the addon is not built)' : ''}`, () => {
    it.each([
      [1, 1],
      [1, 100],
      [100, 1],
      [63, 65],
      [64, 64],
      [129, 31],
      [400, 700],
    ])('turns %s x %s round', async (rows, columns) => {
      const from = Float32Array.from({ length: rows * columns }, (_, i) => i);
      const into = new Float32Array(rows * columns);
      await work!.transpose(from, rows, columns, into);
      const expected = into.map((_, i) => from[(i % rows) * columns + Math.floor(i / rows)]!);
      expect(into).toEqual(expected);
    });

    it('counts samples by the upper half of their bits, and sums and bounds the finite ones', async () => {
      const words = seededWords(20_000, 7);
      const samples = new Float32Array(words.buffer, 0, words.length);
      const classes = new Uint32Array(AMPLITUDE_CLASSES);
      classes[3] = 5;
      const { sumOfSquares, least, most } = await work!.countAmplitudes(samples, classes);
      const expected = new Uint32Array(AMPLITUDE_CLASSES);
      expected[3] = 5;
      for (const word of words) expected[word >>> 16]! += 1;
      expect(classes).toEqual(expected);
      const finite = [...samples].filter((value) => Number.isFinite(value));
      const sum = finite.reduce((total, value) => total + value * value, 0);
      expect(Math.abs(sumOfSquares - sum)).toBeLessThanOrEqual(1e-9 * sum);
      const known = [...samples].filter((value) => !Number.isNaN(value));
      expect([least, most]).toEqual([Math.min(...known), Math.max(...known)]);
    });

    it('has no bounds of nothing', async () => {
      const { sumOfSquares, least, most } = await work!.countAmplitudes(
        new Float32Array([NaN]),
        new Uint32Array(AMPLITUDE_CLASSES),
      );
      expect([sumOfSquares, least, most]).toEqual([0, Infinity, -Infinity]);
    });

    it('refuses arrays that are too short', async () => {
      const short = new Float32Array(5);
      await expect(work!.transpose(short, 2, 3, short)).rejects.toThrow(RangeError);
    });
  });
}
