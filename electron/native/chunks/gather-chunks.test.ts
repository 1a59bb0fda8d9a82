/** Chunks through every filter, and chunks that lie: both readers, word for word. */
import { deflateSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRandom } from '../../formats/segy/seeded-random.ts';
import type { DecodableFormat, OpenFile } from '../native-reader.ts';
import { READER_CASES } from '../testing/readers.ts';
import { createTemporaryFolder, type TemporaryFolder } from '../testing/temporary-file.ts';
import { wordBytesOf } from '../word-layout.ts';
import { MOST_CHUNK_BYTES, type ChunkFilter, type ChunkGather } from './chunk-gather.ts';
import { compressLzf, expandLzf } from './lzf.ts';
import { fletcher32, shuffle } from './undo-filters.ts';

let folder: TemporaryFolder;
beforeAll(async () => {
  folder = await createTemporaryFolder();
});
afterAll(() => folder.remove());

const DEFLATE: ChunkFilter = { kind: 'deflate', elementBytes: 1 };
const LZF: ChunkFilter = { kind: 'lzf', elementBytes: 1 };
const FLETCHER: ChunkFilter = { kind: 'fletcher32', elementBytes: 1 };
const shuffleOf = (elementBytes: number): ChunkFilter => ({ kind: 'shuffle', elementBytes });

const PIPELINES: readonly (readonly ChunkFilter[])[] = [
  [],
  [DEFLATE],
  [LZF],
  [shuffleOf(4)],
  [FLETCHER],
  [shuffleOf(4), DEFLATE],
  [shuffleOf(4), LZF, FLETCHER],
  [shuffleOf(2), DEFLATE, FLETCHER],
  [shuffleOf(8), LZF],
  [shuffleOf(7), LZF],
  [FLETCHER, DEFLATE],
  [LZF, DEFLATE],
];
const nameOf = (filters: readonly ChunkFilter[]): string =>
  filters.map(({ kind, elementBytes }) => (kind === 'shuffle' ? `shuffle ${elementBytes}` : kind)).join(', ') || 'none';

/** As a writer applies them; what LZF does not shorten is skipped. */
function stored(bytes: Uint8Array, filters: readonly ChunkFilter[]): { bytes: Uint8Array; skipped: number } {
  let skipped = 0;
  filters.forEach(({ kind, elementBytes }, i) => {
    if (kind === 'deflate') bytes = deflateSync(bytes, { level: 1 + (i % 9) });
    else if (kind === 'shuffle') bytes = shuffle(bytes, elementBytes);
    else if (kind === 'fletcher32') {
      const sum = new Uint8Array(4);
      new DataView(sum.buffer).setUint32(0, fletcher32(bytes), true);
      bytes = Buffer.concat([bytes, sum]);
    } else {
      const shorter = compressLzf(bytes);
      if (shorter === null) skipped |= 1 << i;
      else bytes = shorter;
    }
  });
  return { bytes, skipped };
}

/** Smooth, with some noise: as compressible as traces are. */
function smoothBytes(count: number, seed: number): Uint8Array {
  const random = createRandom(seed);
  const floats = Float32Array.from({ length: Math.ceil(count / 4) }, (_, i) =>
    random() < 0.1 ? random() : Math.fround(Math.round(50 * Math.sin(i / 9)) / 50),
  );
  return new Uint8Array(floats.buffer).subarray(0, count);
}

const ROWS = 24;
const COLUMNS = 40;

/** One chunk of ROWS x COLUMNS elements and one that is nowhere, every second row and third column of each. */
function gatherOf(
  filters: readonly ChunkFilter[],
  chunk: { bytes: Uint8Array; skipped: number },
  format: DecodableFormat = 5,
): ChunkGather {
  return {
    format,
    byteOrder: 'little',
    filters,
    chunkElements: ROWS * COLUMNS,
    chunks: Float64Array.of(16, chunk.bytes.length, chunk.skipped, 1, -1, 0, 0, 2),
    pieces: Float64Array.of(COLUMNS + 2, ROWS / 2, 12, 0, 0, ROWS / 2, 12, 12),
    rowStride: 2 * COLUMNS,
    columnStride: 3,
    intoRowStride: 24,
    fill: new Uint8Array(new Float64Array([2]).buffer).subarray(8 - wordBytesOf(format)),
    isShared: true,
  };
}

async function withChunk<T>(
  reader: (typeof READER_CASES)[number]['reader'],
  bytes: Uint8Array,
  use: (file: OpenFile) => Promise<T>,
): Promise<T> {
  const file = await reader.openFile(await folder.write(Buffer.concat([new Uint8Array(16), bytes])));
  try {
    return await use(file);
  } finally {
    await file.close();
  }
}

describe.each(READER_CASES)('$name', ({ reader, isAvailable }) => {
  describe.skipIf(!isAvailable)('chunks', () => {
    it.each(PIPELINES.map((filters) => [nameOf(filters), filters] as const))('through %s', async (_, filters) => {
      for (const format of [5, 6, 3, 16] as const) {
        const wordBytes = wordBytesOf(format);
        const bytes = smoothBytes(ROWS * COLUMNS * wordBytes, 7);
        const chunk = stored(bytes, filters);
        await withChunk(reader, chunk.bytes, async (file) => {
          const gather = gatherOf(filters, chunk, format);
          const raw = new Uint8Array((ROWS / 2) * 24 * wordBytes);
          const report = await file.gatherChunks(gather, raw, null);
          expect(report.bytesRead).toBe(chunk.bytes.length);
          const expected = new Uint8Array(raw.length);
          for (let r = 0; r < ROWS / 2; r += 1) {
            for (let c = 0; c < 24; c += 1) {
              const at = (COLUMNS + 2 + 2 * r * COLUMNS + 3 * c) * wordBytes;
              const word = c < 12 ? bytes.subarray(at, at + wordBytes) : gather.fill;
              expected.set(word, (r * 24 + c) * wordBytes);
            }
          }
          expect(raw).toEqual(expected);
          // Again, from what was kept decoded, as Float32.
          const floats = new Float32Array((ROWS / 2) * 24);
          await file.gatherChunks(gather, floats, null);
          const view = new DataView(expected.buffer);
          const valueAt = { 5: 'getFloat32', 6: 'getFloat64', 3: 'getInt16', 16: 'getUint8' } as const;
          expect(floats).toEqual(floats.map((_, i) => view[valueAt[format]](i * wordBytes, true)));
        });
      }
    });

    it('reads rows whose elements follow one another', async () => {
      const bytes = smoothBytes(ROWS * COLUMNS * 4, 3);
      const chunk = stored(bytes, [LZF]);
      await withChunk(reader, chunk.bytes, async (file) => {
        const gather = { ...gatherOf([LZF], chunk), columnStride: 1, rowStride: COLUMNS };
        const one = { ...gather, pieces: Float64Array.of(0, ROWS, COLUMNS, 0), intoRowStride: COLUMNS };
        const whole = new Float32Array(ROWS * COLUMNS);
        await file.gatherChunks({ ...one, chunks: Float64Array.of(16, chunk.bytes.length, 0, 1) }, whole, null);
        expect(new Uint8Array(whole.buffer)).toEqual(bytes);
      });
    });

    it.each([
      ['a chunk beyond the file', { chunks: Float64Array.of(16, 1e9, 0, 1) }],
      ['a chunk of no size', { chunks: Float64Array.of(16, -5, 0, 1) }],
      ['pieces that are not there', { chunks: Float64Array.of(16, 10, 0, 7) }],
      ['pieces backwards', { chunks: Float64Array.of(16, 10, 0, 2, 16, 10, 0, 1) }],
      ['an element beyond the chunk', { pieces: Float64Array.of(0, 25, 1, 0, 0, 1, 1, 0) }],
      ['an element beyond the output', { pieces: Float64Array.of(0, 1, 1, 288, 0, 1, 1, 0) }],
      ['a negative element', { pieces: Float64Array.of(-1, 1, 1, 0, 0, 1, 1, 0) }],
      ['a huge chunk', { chunkElements: MOST_CHUNK_BYTES }],
      ['elements of no bytes', { filters: [shuffleOf(0)] }],
      ['no fill value', { fill: new Uint8Array(0) }],
    ] as const)('refuses %s', async (_, wrong) => {
      await withChunk(reader, new Uint8Array(100), async (file) => {
        const gather = { ...gatherOf([], { bytes: new Uint8Array(100), skipped: 0 }), ...wrong };
        const refused = file.gatherChunks(gather, new Float32Array(288), null);
        await expect(refused).rejects.toMatchObject({ fault: { code: 'out-of-range' } });
      });
    });

    it('stops when it is told to', async () => {
      const chunk = stored(smoothBytes(ROWS * COLUMNS * 4, 1), [LZF]);
      await withChunk(reader, chunk.bytes, async (file) => {
        const refused = file.gatherChunks(gatherOf([LZF], chunk), new Float32Array(288), AbortSignal.abort());
        await expect(refused).rejects.toMatchObject({ fault: { code: 'cancelled' } });
      });
    });

    it('answers bombs with a fault, and no more memory than a chunk takes', async () => {
      const bomb = deflateSync(new Uint8Array(64 * 2 ** 20));
      await withChunk(reader, bomb, async (file) => {
        const refused = file.gatherChunks(
          gatherOf([DEFLATE], { bytes: bomb, skipped: 0 }),
          new Float32Array(288),
          null,
        );
        await expect(refused).rejects.toMatchObject({ fault: { code: 'damaged' } });
      });
    });
  });
});

describe('damaged chunks', () => {
  /** What a reader makes of it: the samples, or the code of its fault. */
  async function outcome(reader: (typeof READER_CASES)[number]['reader'], bytes: Uint8Array, gather: ChunkGather) {
    return await withChunk(reader, bytes, async (file) => {
      const into = new Uint8Array(288 * 4);
      try {
        await file.gatherChunks(gather, into, null);
        return into;
      } catch (error) {
        return (error as { fault?: { code: string } }).fault?.code ?? String(error);
      }
    });
  }

  it.each(PIPELINES.filter(({ length }) => length > 0).map((filters) => [nameOf(filters), filters] as const))(
    'are told by both readers alike, or read alike: %s',
    async (_, filters) => {
      const random = createRandom(filters.length);
      const chunk = stored(smoothBytes(ROWS * COLUMNS * 4, 11), filters);
      for (let round = 0; round < 60; round += 1) {
        const kind = Math.floor(random() * 4);
        const bytes = chunk.bytes.slice(0, kind === 0 ? Math.floor(random() * chunk.bytes.length) : undefined);
        for (let flips = kind === 0 ? 0 : 1 + Math.floor(random() * 4); flips > 0; flips -= 1) {
          bytes[Math.floor(random() * bytes.length)] = Math.floor(random() * 256);
        }
        if (kind === 3)
          for (let i = Math.floor(random() * bytes.length); i < bytes.length; i += 1) bytes[i] = random() * 256;
        const gather = gatherOf(filters, { bytes, skipped: chunk.skipped });
        const outcomes = [];
        for (const { reader, isAvailable } of READER_CASES)
          if (isAvailable) outcomes.push(await outcome(reader, bytes, gather));
        for (const each of outcomes) {
          expect(each).toEqual(outcomes[0]);
          if (typeof each === 'string') expect(each).toBe('damaged');
        }
      }
    },
  );
});

describe('LZF', () => {
  it.each([0, 1, 2, 3, 4, 33, 300, 10_000])('gives back %s bytes, or says that they do not shrink', (length) => {
    const random = createRandom(length);
    for (const bytes of [
      new Uint8Array(length),
      smoothBytes(length, 5),
      Uint8Array.from({ length }, () => random() * 256),
      Uint8Array.from({ length }, (_, i) => (i % 9 === 0 ? random() * 3 : 7)),
    ]) {
      const shorter = compressLzf(bytes);
      if (shorter === null) continue;
      expect(shorter.length).toBeLessThan(Math.max(1, bytes.length));
      expect(expandLzf(shorter, length)).toEqual(bytes);
    }
  });
});
