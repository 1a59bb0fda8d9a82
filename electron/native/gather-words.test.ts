/** One table of gathers over {addon, fallback} x sample format x byte order. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DecodableFormat, GridGather, OpenFile, WordLayout } from './native-reader.ts';
import { DECODABLE_FORMATS } from './native-reader.ts';
import { READER_CASES } from './testing/readers.ts';
import { wordsWithEdges } from './testing/edge-words.ts';
import { firstDifference, seededWords, storedWords } from './testing/seeded-words.ts';
import type { TemporaryFolder } from './testing/temporary-file.ts';
import { createTemporaryFolder } from './testing/temporary-file.ts';
import { wordValue } from './testing/word-value.ts';
import { wordBytesOf } from './word-layout.ts';

/** Before the words, so that they are aligned to nothing. */
const PREFIX_BYTES = 3;
const WORDS = wordsWithEdges(200_000, 42);
const WORD_COUNT = WORDS.lower.length;

/** In words: element (r, c) is word `first + r * rowStep + c * columnStep`. */
interface GridCase {
  readonly name: string;
  readonly first: number;
  readonly rows: number;
  readonly rowStep: number;
  readonly columns: number;
  readonly columnStep: number;
}

const GRIDS: readonly GridCase[] = [
  { name: 'every word in one row', first: 0, rows: 1, rowStep: 0, columns: WORD_COUNT, columnStep: 1 },
  { name: 'rows that follow one another', first: 7, rows: 90, rowStep: 1060, columns: 1000, columnStep: 1 },
  { name: 'rows far apart', first: 11, rows: 40, rowStep: 5001, columns: 333, columnStep: 1 },
  { name: 'one word of each trace', first: 500, rows: 20, rowStep: 10_000, columns: 50, columnStep: 200 },
  { name: 'one word of each of many traces', first: 1, rows: 3, rowStep: 60_000, columns: 9000, columnStep: 6 },
  { name: 'every third sample', first: 5, rows: 30, rowStep: 3000, columns: 700, columnStep: 3 },
  { name: 'samples in reverse', first: 1999, rows: 30, rowStep: 2000, columns: 2000, columnStep: -1 },
  { name: 'rows in reverse', first: 190_000, rows: 60, rowStep: -3000, columns: 100, columnStep: 1 },
  { name: 'both in reverse', first: 200_000, rows: 60, rowStep: -3000, columns: 20, columnStep: -100 },
  { name: 'the same row again', first: 17, rows: 5, rowStep: 0, columns: 100, columnStep: 1 },
  { name: 'transposed', first: 0, rows: 200, rowStep: 1, columns: 60, columnStep: 1000 },
  { name: 'one column', first: 3, rows: 3000, rowStep: 60, columns: 1, columnStep: 1 },
  { name: 'a few columns', first: 3, rows: 2000, rowStep: 90, columns: 5, columnStep: 1 },
  { name: 'a single sample', first: 123_456, rows: 1, rowStep: 1, columns: 1, columnStep: 1 },
  { name: 'no row', first: 0, rows: 0, rowStep: 1, columns: 10, columnStep: 1 },
  { name: 'no column', first: 0, rows: 10, rowStep: 1, columns: 0, columnStep: 1 },
];

const LAYOUTS: readonly WordLayout[] = DECODABLE_FORMATS.flatMap((format) =>
  (['big', 'little'] as const).map((byteOrder) => ({ format, byteOrder })),
);

/** Kept by format, since exact arithmetic takes a while. */
const keptValues = new Map<DecodableFormat, Float32Array>();
function valuesOf(format: DecodableFormat): Float32Array {
  const kept = keptValues.get(format);
  if (kept !== undefined) return kept;
  const values = Float32Array.from(WORDS.lower, (word, i) => wordValue(word, WORDS.upper[i]!, format));
  keptValues.set(format, values);
  return values;
}

let folder: TemporaryFolder;
beforeAll(async () => {
  folder = await createTemporaryFolder();
});
afterAll(() => folder.remove());

describe.each(READER_CASES)('$name', ({ reader, isAvailable }) => {
  describe.skipIf(!isAvailable).each(LAYOUTS)('format $format, $byteOrder-endian', (layout) => {
    const { format } = layout;
    const bytes = wordBytesOf(format);
    const values = valuesOf(format);
    let file: OpenFile;
    beforeAll(async () => {
      const stored = storedWords(WORDS, layout);
      const content = new Uint8Array(PREFIX_BYTES + stored.length);
      content.set(stored, PREFIX_BYTES);
      file = await reader.openFile(await folder.write(content));
    });
    afterAll(() => file.close());

    it.each(GRIDS)('gathers $name', async ({ first, rows, rowStep, columns, columnStep }) => {
      const gather: GridGather = {
        ...layout,
        offset: PREFIX_BYTES + first * bytes,
        rows,
        rowStrideBytes: rowStep * bytes,
        columns,
        columnStrideBytes: columnStep * bytes,
      };
      const beyond = 12345.5;
      const into = new Float32Array(rows * columns + 1).fill(beyond);
      const report = await file.gatherGrid(gather, into, null);
      const expected = new Float32Array(rows * columns + 1).fill(beyond);
      for (let at = 0; at < rows * columns; at += 1) {
        expected[at] = values[first + Math.floor(at / columns) * rowStep + (at % columns) * columnStep]!;
      }
      expect(firstDifference(into, expected)).toBeNull();
      expect(report.bytesRead).toBe(rows * columns * bytes);
      expect(report.readMs).toBeGreaterThanOrEqual(0);
      expect(report.decodeMs).toBeGreaterThanOrEqual(0);
    });

    it.each([
      { columns: 400, columnStep: 1 },
      { columns: 1, columnStep: 1 },
      { columns: 30, columnStep: 7 },
      { columns: 400, columnStep: -1 },
    ])('gathers rows in any order with missing ones: $columns x $columnStep', async ({ columns, columnStep }) => {
      const firsts = Array.from(seededWords(300, 5), (word) => (word % 7 === 0 ? -1 : 1000 + (word % 190_000)));
      const rowOffsets = Float64Array.from(firsts, (first) => (first < 0 ? -1 : PREFIX_BYTES + first * bytes));
      const into = new Float32Array(firsts.length * columns);
      const gather = { ...layout, rowOffsets, columns, columnStrideBytes: columnStep * bytes };
      const report = await file.gatherRows(gather, into, null);
      const expected = new Float32Array(into.length).fill(NaN);
      for (const [row, first] of firsts.entries()) {
        if (first < 0) continue;
        for (let c = 0; c < columns; c += 1) expected[row * columns + c] = values[first + c * columnStep]!;
      }
      expect(firstDifference(into, expected)).toBeNull();
      expect(report.bytesRead).toBe(firsts.filter((first) => first >= 0).length * columns * bytes);
    });

    it('gathers only missing rows', async () => {
      const into = new Float32Array(6);
      await file.gatherRows(
        { ...layout, rowOffsets: Float64Array.of(-1, -1), columns: 3, columnStrideBytes: bytes },
        into,
        null,
      );
      expect(into).toEqual(new Float32Array(6).fill(NaN));
    });
  });
});
