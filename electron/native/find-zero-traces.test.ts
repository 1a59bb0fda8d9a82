import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { WordLayout } from './native-reader.ts';
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
    /** Words of one trace each, all others being 0, and whether the trace then counts as zero. */
    const cases: readonly { layout: WordLayout; word: number; isZero: boolean }[] = (
      [
        [1, 0x00000001, false],
        [1, 0x80000000, true],
        [1, 0x40000000, true],
        [1, 0x00800000, false],
        [5, 0x80000000, true],
        [5, 0x00000001, false],
        [5, 0x3f800000, false],
        [2, 0x00000001, false],
        [2, 0x80000000, false],
        [3, 0x8000, false],
        [3, 0x0001, false],
        [8, 0x80, false],
        [8, 0x01, false],
      ] as const
    ).flatMap(([format, word, isZero]) =>
      (['big', 'little'] as const).map((byteOrder) => ({ layout: { format, byteOrder }, word, isZero })),
    );

    it.each(cases)('$layout.format $layout.byteOrder with the word $word', async ({ layout, word, isZero }) => {
      const count = 40;
      // Trace t holds the word at its sample 13 t, so at its start, middle and end; the last trace holds none.
      const words = new Uint32Array(count * samples);
      for (let trace = 0; trace < count - 1; trace += 1) words[trace * samples + ((trace * 13) % samples)] = word;
      const stored = storedWords(words, layout);
      const file = await reader.openFile(await folder.write(stored));
      const search = { ...layout, offset: 0, count, strideBytes: stored.length / count, sampleCount: samples };
      const found = await file.findZeroTraces(search, null);
      await file.close();
      expect(found).toEqual(Uint8Array.from({ length: count }, (_, trace) => (isZero || trace === count - 1 ? 1 : 0)));
    });
  });
});
