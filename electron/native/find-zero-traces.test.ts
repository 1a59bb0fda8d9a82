import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { READER_CASES } from './testing/readers.ts';
import { storedWords } from './testing/seeded-words.ts';
import type { TemporaryFolder } from './testing/temporary-file.ts';
import { createTemporaryFolder } from './testing/temporary-file.ts';

let folder: TemporaryFolder;
beforeAll(async () => {
  folder = await createTemporaryFolder();
});
afterAll(() => folder.remove());

describe.each(READER_CASES)('$name', ({ reader, isAvailable }) => {
  describe.skipIf(!isAvailable)('zero traces', () => {
    const samples = 501;
    /** A word (its upper half and its lower, or only), all others being 0, and whether its trace then counts as zero. */
    const cases = (
      [
        [1, 0, 0x00000001, false],
        [1, 0, 0x80000000, true],
        [1, 0, 0x40000000, true],
        [1, 0, 0x00800000, false],
        [4, 0, 0x00ff0000, true],
        [4, 0, 0xff000000, true],
        [4, 0, 0x00000001, false],
        [4, 0, 0x00058000, false],
        [5, 0, 0x80000000, true],
        [5, 0, 0x00000001, false],
        [5, 0, 0x3f800000, false],
        [6, 0x80000000, 0, true],
        [6, 0, 0x00000001, false],
        [6, 0, 0x80000000, false],
        [6, 0x3ff00000, 0, false],
        [2, 0, 0x00000001, false],
        [2, 0, 0x80000000, false],
        [10, 0, 0x80000000, false],
        [3, 0, 0x8000, false],
        [3, 0, 0x0001, false],
        [11, 0, 0x8000, false],
        [7, 0, 0x800000, false],
        [7, 0, 0x000100, false],
        [15, 0, 0x000001, false],
        [8, 0, 0x80, false],
        [8, 0, 0x01, false],
        [16, 0, 0x80, false],
        [9, 0x80000000, 0, false],
        [9, 0, 0x00000001, false],
        [12, 0x00010000, 0, false],
      ] as const
    ).flatMap(([format, upper, lower, isZero]) =>
      (['big', 'little'] as const).map((byteOrder) => ({ layout: { format, byteOrder }, upper, lower, isZero })),
    );

    it.each(cases)('$layout.format $layout.byteOrder, $upper $lower', async ({ layout, upper, lower, isZero }) => {
      const count = 40;
      // Trace t holds the word at its sample 13 t, so at its start, middle and end; the last trace holds none.
      const words = { lower: new Uint32Array(count * samples), upper: new Uint32Array(count * samples) };
      for (let trace = 0; trace < count - 1; trace += 1) {
        words.lower[trace * samples + ((trace * 13) % samples)] = lower;
        words.upper[trace * samples + ((trace * 13) % samples)] = upper;
      }
      const stored = storedWords(words, layout);
      const file = await reader.openFile(await folder.write(stored));
      const search = { ...layout, offset: 0, count, strideBytes: stored.length / count, sampleCount: samples };
      const found = await file.findZeroTraces(search, null);
      await file.close();
      expect(found).toEqual(Uint8Array.from({ length: count }, (_, trace) => (isZero || trace === count - 1 ? 1 : 0)));
    });

    it('finds those of a list, in any order', async () => {
      const stored = new Uint8Array(1000);
      stored[500] = 1;
      const file = await reader.openFile(await folder.write(stored));
      const offsets = Float64Array.of(901, 402, 401, 501, 0, 499);
      const layout = { format: 8, byteOrder: 'big' } as const;
      const search = { ...layout, offset: 0, count: 6, strideBytes: 0, offsets, sampleCount: 99 };
      const found = await file.findZeroTraces(search, null);
      const beyond = { ...search, offsets: Float64Array.of(0, 0, 0, 0, 0, 902) };
      await expect(file.findZeroTraces(beyond, null)).rejects.toMatchObject({ fault: { code: 'out-of-range' } });
      await file.close();
      expect(found).toEqual(Uint8Array.of(1, 0, 1, 1, 1, 0));
    });
  });
});
