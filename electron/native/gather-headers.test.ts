import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HeaderGather, HeaderWordType, OpenFile } from './native-reader.ts';
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
  { byte: 3, type: 'int8', valueOf: (i) => (i % 256) - 128 },
  { byte: 4, type: 'uint8', valueOf: (i) => i % 256 },
  { byte: 21, type: 'uint32', valueOf: (i) => 2 ** 32 - 1 - i * 99_991 },
];

function headersFile(byteOrder: 'big' | 'little'): Uint8Array {
  const bytes = new Uint8Array(OFFSET + HEADERS * STRIDE_BYTES);
  const view = new DataView(bytes.buffer);
  const little = byteOrder === 'little';
  for (let i = 0; i < HEADERS; i += 1) {
    for (const { byte, type, valueOf } of WORDS) {
      const at = OFFSET + i * STRIDE_BYTES + byte - 1;
      const value = valueOf(i);
      if (type === 'int8') view.setInt8(at, value);
      else if (type === 'uint8') view.setUint8(at, value);
      else if (type === 'uint32') view.setUint32(at, value, little);
      else if (type === 'int16') view.setInt16(at, value, little);
      else if (type === 'uint16') view.setUint16(at, value, little);
      else if (type === 'int32') view.setInt32(at, value, little);
      else if (type === 'float32') view.setFloat32(at, value, little);
      else view.setFloat64(at, value, little);
    }
  }
  return bytes;
}

/** 8 bytes each, most significant first, as bits and as the nearest float64. */
const LONG_WORDS: readonly (readonly [bits: bigint, int64: number, uint64: number])[] = [
  [0n, 0, 0],
  [0xffff_ffff_ffff_ffffn, -1, 2 ** 64],
  [0x7fff_ffff_ffff_ffffn, 2 ** 63, 2 ** 63],
  [0x8000_0000_0000_0000n, -(2 ** 63), 2 ** 63],
  [0x0020_0000_0000_0001n, 2 ** 53, 2 ** 53],
  [0x0020_0000_0000_0003n, 2 ** 53 + 4, 2 ** 53 + 4],
  [0xffe0_0000_0000_0000n, -(2 ** 53), 2 ** 64 - 2 ** 53],
  [0x8000_0000_0000_0401n, -(2 ** 63) + 1024, 2 ** 63 + 2048],
];

/** Values by the definition, also of what float32 cannot hold: fraction / 2^24 x 16^(exponent - 64). */
const IBM_WORDS: readonly (readonly [bits: number, value: number])[] = [
  [0xc276a000, -118.625],
  [0x40000000, 0],
  [0x42000001, 2 ** -16],
  [0x7fffffff, (1 - 2 ** -24) * 2 ** 252],
  [0x00000001, 2 ** -280],
];

async function gatherFloat64(file: OpenFile, gather: HeaderGather): Promise<Float64Array[]> {
  const columns = gather.words.map(() => new Float64Array(gather.count));
  await file.gatherHeaders(gather, columns, null);
  return columns;
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
      const columns = await gatherFloat64(file, gather);
      const expected = WORDS.map(({ valueOf }) => Float64Array.from({ length: HEADERS }, (_, i) => valueOf(i)));
      expect(columns).toEqual(expected);
    });

    it('rounds integers of 64 bits to the nearest float64', async () => {
      const view = new DataView(new ArrayBuffer(8 * LONG_WORDS.length));
      LONG_WORDS.forEach(([bits], i) => view.setBigUint64(8 * i, bits, byteOrder === 'little'));
      const longs = await reader.openFile(await folder.write(new Uint8Array(view.buffer)));
      const gather = { offset: 0, count: LONG_WORDS.length, strideBytes: 8, byteOrder };
      const words = [{ byte: 1, type: 'int64' } as const, { byte: 1, type: 'uint64' } as const];
      expect(await gatherFloat64(longs, { ...gather, words })).toEqual([
        Float64Array.from(LONG_WORDS, ([, int64]) => int64),
        Float64Array.from(LONG_WORDS, ([, , uint64]) => uint64),
      ]);
      await longs.close();
    });

    it('reads IBM floats exactly', async () => {
      const view = new DataView(new ArrayBuffer(4 * IBM_WORDS.length));
      IBM_WORDS.forEach(([bits], i) => view.setUint32(4 * i, bits, byteOrder === 'little'));
      const floats = await reader.openFile(await folder.write(new Uint8Array(view.buffer)));
      const gather = { offset: 0, count: IBM_WORDS.length, strideBytes: 4, byteOrder };
      const [column] = await gatherFloat64(floats, { ...gather, words: [{ byte: 1, type: 'ibm32' }] });
      expect(column).toEqual(Float64Array.from(IBM_WORDS, ([, value]) => value));
      await floats.close();
    });

    it('gathers every tenth header, backwards', async () => {
      const offset = OFFSET + 8990 * STRIDE_BYTES;
      const gather = { offset, count: 900, strideBytes: -10 * STRIDE_BYTES, byteOrder, words: WORDS.slice(0, 1) };
      const [column] = await gatherFloat64(file, gather);
      expect(column).toEqual(Float64Array.from({ length: 900 }, (_, i) => WORDS[0]!.valueOf(8990 - 10 * i)));
    });

    it('gathers headers that lie anywhere, in any order and repeatedly', async () => {
      const headers = Array.from({ length: 700 }, (_, i) => (i * 7919) % HEADERS);
      const offsets = Float64Array.from([...headers, 3, 3], (i) => OFFSET + i * STRIDE_BYTES);
      const gather = { offset: 0, count: offsets.length, strideBytes: 0, offsets, byteOrder, words: WORDS };
      const expected = WORDS.map(({ valueOf }) => Float64Array.from([...headers, 3, 3], valueOf));
      expect(await gatherFloat64(file, gather)).toEqual(expected);
    });

    it.each([
      ['outside the file', Float64Array.of(OFFSET, OFFSET + HEADERS * STRIDE_BYTES)],
      ['before the file', Float64Array.of(-400, OFFSET)],
      ['missing', Float64Array.of(OFFSET)],
    ])('refuses a listed header that is %s', async (_, offsets) => {
      const gather = { offset: 0, count: 2, strideBytes: 0, offsets, byteOrder, words: WORDS };
      await expect(gatherFloat64(file, gather)).rejects.toMatchObject({ fault: { code: 'out-of-range' } });
    });

    it('gathers no word and no header', async () => {
      const gather = { offset: OFFSET, count: HEADERS, strideBytes: STRIDE_BYTES, byteOrder, words: [] };
      expect(await gatherFloat64(file, gather)).toEqual([]);
      expect(await gatherFloat64(file, { ...gather, count: 0, words: WORDS.slice(0, 1) })).toEqual([
        new Float64Array(0),
      ]);
    });

    it('refuses a header beyond the end', async () => {
      const gather = { offset: OFFSET, count: HEADERS + 1, strideBytes: STRIDE_BYTES, byteOrder, words: WORDS };
      await expect(gatherFloat64(file, gather)).rejects.toMatchObject({ fault: { code: 'out-of-range' } });
    });

    it('stores in Int32 what JavaScript would, in the middle of a larger column', async () => {
      const values = [0, -1.9, 2 ** 31, 3e9, -(2 ** 40) - 7.5, 1e300, Number.NaN, Number.NEGATIVE_INFINITY];
      const view = new DataView(new ArrayBuffer(8 * values.length));
      values.forEach((value, i) => view.setFloat64(8 * i, value, byteOrder === 'little'));
      const floats = await reader.openFile(await folder.write(new Uint8Array(view.buffer)));
      const types = ['float64', 'int16', 'uint16', 'int8', 'uint32', 'uint64', 'float32', 'ibm32'] as const;
      const words = types.map((type) => ({ byte: 1, type }));
      const gather = { offset: 0, count: values.length, strideBytes: 8, byteOrder, words };
      const columns = words.map(() => new Int32Array(values.length + 2).fill(77));
      await floats.gatherHeaders(
        gather,
        columns.map((column) => column.subarray(1, -1)),
        null,
      );
      const exact = await gatherFloat64(floats, gather);
      await floats.close();
      expect(exact[0]).toEqual(Float64Array.from(values));
      expect(columns).toEqual(exact.map((column) => Int32Array.of(77, ...column, 77)));
    });

    it('stores in no more than the headers asked for', async () => {
      const gather = { offset: OFFSET, count: 10, strideBytes: STRIDE_BYTES, byteOrder, words: WORDS.slice(0, 1) };
      const column = new Float64Array(11).fill(77);
      await file.gatherHeaders(gather, [column], null);
      expect(column[10]).toBe(77);
    });

    it.each([
      ['a column too few', []],
      ['a column too many', [new Int32Array(10), new Int32Array(10)]],
      ['a column too short', [new Int32Array(9)]],
    ])('refuses %s', async (_, columns) => {
      const gather = { offset: OFFSET, count: 10, strideBytes: STRIDE_BYTES, byteOrder, words: WORDS.slice(0, 1) };
      await expect(file.gatherHeaders(gather, columns, null)).rejects.toMatchObject({
        fault: { code: 'out-of-range' },
      });
    });
  });
});
