import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HeaderWordType, OpenFile } from './native-reader.ts';
import { READER_CASES } from './testing/readers.ts';
import type { TemporaryFolder } from './testing/temporary-file.ts';
import { createTemporaryFolder } from './testing/temporary-file.ts';

const HEADERS = 9000;
const STRIDE_BYTES = 333;
const OFFSET = 100;

/** Values of header i, at their 1-based bytes. */
const WORDS: readonly (HeaderWordType & { valueOf: (header: number) => number })[] = [
  { byte: 189, type: 'int32', valueOf: (i) => i * 77_777 - 2 ** 31 },
  { byte: 1, type: 'int16', valueOf: (i) => (i % 65_536) - 32_768 },
  { byte: 115, type: 'uint16', valueOf: (i) => (i * 7) % 65_536 },
  { byte: 181, type: 'float32', valueOf: (i) => Math.fround(i / 3 - 1000) },
  { byte: 230, type: 'float64', valueOf: (i) => i * Math.PI - 1e9 },
];

function headersFile(byteOrder: 'big' | 'little'): Uint8Array {
  const bytes = new Uint8Array(OFFSET + HEADERS * STRIDE_BYTES);
  const view = new DataView(bytes.buffer);
  const little = byteOrder === 'little';
  for (let i = 0; i < HEADERS; i += 1) {
    for (const { byte, type, valueOf } of WORDS) {
      const at = OFFSET + i * STRIDE_BYTES + byte - 1;
      const value = valueOf(i);
      if (type === 'int16') view.setInt16(at, value, little);
      else if (type === 'uint16') view.setUint16(at, value, little);
      else if (type === 'int32') view.setInt32(at, value, little);
      else if (type === 'float32') view.setFloat32(at, value, little);
      else view.setFloat64(at, value, little);
    }
  }
  return bytes;
}

let folder: TemporaryFolder;
beforeAll(async () => {
  folder = await createTemporaryFolder();
});
afterAll(() => folder.remove());

describe.each(READER_CASES)('$name', ({ reader, isAvailable }) => {
  describe.skipIf(!isAvailable).each(['big', 'little'] as const)('headers, %s-endian', (byteOrder) => {
    let file: OpenFile;
    beforeAll(async () => {
      file = await reader.openFile(await folder.write(headersFile(byteOrder)));
    });
    afterAll(() => file.close());

    it('gathers every type of word, exact in float64', async () => {
      const gather = { offset: OFFSET, count: HEADERS, strideBytes: STRIDE_BYTES, byteOrder, words: WORDS };
      const columns = await file.gatherHeaders(gather, null);
      const expected = WORDS.map(({ valueOf }) => Float64Array.from({ length: HEADERS }, (_, i) => valueOf(i)));
      expect(columns).toEqual(expected);
    });

    it('gathers every tenth header, backwards', async () => {
      const offset = OFFSET + 8990 * STRIDE_BYTES;
      const gather = { offset, count: 900, strideBytes: -10 * STRIDE_BYTES, byteOrder, words: WORDS.slice(0, 1) };
      const [column] = await file.gatherHeaders(gather, null);
      expect(column).toEqual(Float64Array.from({ length: 900 }, (_, i) => WORDS[0]!.valueOf(8990 - 10 * i)));
    });

    it('gathers no word and no header', async () => {
      const gather = { offset: OFFSET, count: HEADERS, strideBytes: STRIDE_BYTES, byteOrder, words: [] };
      expect(await file.gatherHeaders(gather, null)).toEqual([]);
      expect(await file.gatherHeaders({ ...gather, count: 0, words: WORDS.slice(0, 1) }, null)).toEqual([
        new Float64Array(0),
      ]);
    });

    it('refuses a header beyond the end', async () => {
      const gather = { offset: OFFSET, count: HEADERS + 1, strideBytes: STRIDE_BYTES, byteOrder, words: WORDS };
      await expect(file.gatherHeaders(gather, null)).rejects.toMatchObject({ fault: { code: 'out-of-range' } });
    });
  });
});
