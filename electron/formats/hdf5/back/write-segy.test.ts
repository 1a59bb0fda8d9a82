/** SEG-Y to cube file and back: the very same bytes, whatever the file. */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { convertBack, convertSegy } from '../../../jobs/convert.ts';
import { DECODABLE_FORMATS } from '../../../native/native-reader.ts';
import { createReader } from '../../../native/open-reader.ts';
import { seededWords } from '../../../native/testing/seeded-words.ts';
import { wordBytesOf } from '../../../native/word-layout.ts';
import { areRealFilesMissing, readExpectedSegy, REAL_FILES_FOLDER, realFilesNote } from '../../segy/test-real-files.ts';
import { buildSegy, gridTraces, withTemporaryFolder, type TestGrid } from '../../segy/test-segy-builder.ts';
import { NO_COMPRESSION, type Compression } from '../cube/compression.ts';
import { readTree } from '../read/read-tree.ts';

const reader = createReader();
const context = { reader, signal: new AbortController().signal, onProgress: () => undefined };

const COMPRESSIONS: readonly Compression[] = [NO_COMPRESSION, { kind: 'lzf' }, { kind: 'gzip', level: 1 }];

/** Through each kind of cube file. @returns names of `Meta`'s datasets */
async function expectSameBack(segy: Uint8Array, overrides = {}): Promise<string[]> {
  const names: string[][] = [];
  for (const compression of COMPRESSIONS) names.push(await expectSameThrough(segy, overrides, compression));
  expect(names).toEqual(names.map(() => names[0]));
  return names[0]!;
}

async function expectSameThrough(segy: Uint8Array, overrides: object, compression: Compression): Promise<string[]> {
  return await withTemporaryFolder(async (folder) => {
    const [from, cube, back] = ['a.sgy', 'a.h5', 'b.sgy'].map((name) => join(folder, name)) as [string, string, string];
    await writeFile(from, segy);
    await convertSegy(
      { from, to: cube, overrides, layouts: ['ilines', 'hlines'], compression, force: false, verify: 'full' },
      context,
    );
    const bytes = await convertBack({ from: cube, to: back, force: false }, context);
    expect(bytes).toBe(segy.length);
    expect((await readFile(back)).equals(segy)).toBe(true);
    expect((await readdir(folder)).sort()).toEqual(['a.h5', 'a.sgy', 'b.sgy']);
    const file = await reader.openFile(cube);
    const nodes = await readTree(file);
    await file.close();
    return nodes.flatMap(({ path }) => (path.startsWith('Meta/') ? [path.slice(5)] : []));
  });
}

const GRID: TestGrid = { inlines: [10, 12, 14, 16], crosslines: [3, 4, 5, 6, 7], sampleCount: 40 };

/** A grid whose samples are any bits at all. */
function withRandomWords(format: number, littleEndian: boolean, seed: number): Uint8Array {
  const wordBytes = wordBytesOf(format as 1);
  const traceBytes = 240 + GRID.sampleCount! * wordBytes;
  const header = buildSegy({
    traces: gridTraces({ ...GRID, sampleCount: 1 }),
    littleEndian,
    binary: { 3221: GRID.sampleCount!, 3225: format },
  });
  const traces = GRID.inlines.length * GRID.crosslines.length;
  const bytes = new Uint8Array(3600 + traces * traceBytes);
  bytes.set(header.subarray(0, 3600));
  const random = new Uint8Array(seededWords(Math.ceil((traces * traceBytes) / 4), seed).buffer);
  bytes.set(random.subarray(0, traces * traceBytes), 3600);
  for (let trace = 0; trace < traces; trace += 1) {
    const at = 3600 + trace * traceBytes;
    bytes.set(header.subarray(3600 + trace * 244, 3600 + trace * 244 + 240), at);
  }
  return bytes;
}

/** In one order a byte of the header is the format's, in the other it would be another one's: both are given. */
const readAs = (format: number, littleEndian: boolean) => ({
  format,
  byteOrder: littleEndian ? 'little' : 'big',
  samples: GRID.sampleCount,
});

describe.each(DECODABLE_FORMATS.flatMap((format) => [false, true].map((little) => [format, little] as const)))(
  'format %s, little-endian %s',
  (format, little) => {
    it('comes back from random words', async () => {
      await expectSameBack(withRandomWords(format, little, 100 + format), readAs(format, little));
    });
  },
);

describe('IBM floats', () => {
  it('of random words keep all samples as they were, normalised ones none', async () => {
    expect(await expectSameBack(withRandomWords(1, false, 5), readAs(1, false))).toContain('original_samples');
    const plain = withRandomWords(1, false, 6);
    for (let at = 3600; at < plain.length; at += 240 + 4 * 40) {
      for (let k = 0; k < 40; k += 1) plain.set([0x42, 0x10 | plain[at + 240 + 4 * k + 1]!], at + 240 + 4 * k);
    }
    const names = await expectSameBack(plain, readAs(1, false));
    expect(names.filter((name) => name.startsWith('original'))).toEqual([]);
    plain.set([0x42, 0x00, 0x00, 0x01], 3600 + 240 + 8);
    plain.set([0x80, 0x00, 0x00, 0x00], 3600 + 3 * 400 + 240);
    const patched = await expectSameBack(plain, readAs(1, false));
    expect(patched).toEqual(expect.arrayContaining(['original_offsets', 'original_words']));
  });
});

describe('any order and shape', () => {
  it.each([
    ['descending', { ...GRID, inlines: [16, 14, 12, 10], crosslines: [7, 6, 5, 4, 3] }],
    ['sorted by crosslines', { ...GRID, sorting: 'crossline' as const }],
  ])('%s', async (_, grid) => {
    await expectSameBack(buildSegy({ traces: gridTraces(grid) }));
  });

  it('with gaps, duplicates, traces without numbers, delays, extended text and a tail', async () => {
    const traces = gridTraces(GRID).filter((_, i) => i !== 7 && i !== 12);
    const odd = [
      ...traces,
      { ...traces[3]!, samples: traces[3]!.samples.map((sample) => -sample) },
      { words: { 21: 9 }, samples: traces[0]!.samples.map(() => 5) },
    ].map((trace, i) => ({ ...trace, words: { ...trace.words, 109: 4 * (i % 4) } }));
    const names = await expectSameBack(buildSegy({ traces: odd, extendedText: ['page 1', 'page 2'], tailBytes: 100 }));
    expect(names).toEqual(
      expect.arrayContaining(['extended_headers', 'trailing_bytes', 'outside_traces', 'trace_shifts']),
    );
  });
});

describe('what cannot be', () => {
  it('is said, and nothing is left', async () => {
    await withTemporaryFolder(async (folder) => {
      const [from, cube, back] = ['a.sgy', 'a.h5', 'b.sgy'].map((name) => join(folder, name)) as [
        string,
        string,
        string,
      ];
      await writeFile(from, buildSegy({ traces: gridTraces(GRID) }));
      await convertSegy(
        {
          from,
          to: cube,
          overrides: null,
          layouts: ['hlines'],
          compression: NO_COMPRESSION,
          force: false,
          verify: 'full',
        },
        context,
      );
      const noTraces = convertBack({ from: cube, to: back, force: false }, context);
      await expect(noTraces).rejects.toMatchObject({ fault: { code: 'not-hdf5' } });
      await writeFile(back, 'mine');
      await convertSegy(
        {
          from,
          to: cube,
          overrides: null,
          layouts: ['xlines'],
          compression: NO_COMPRESSION,
          force: true,
          verify: 'checksums',
        },
        context,
      );
      const there = convertBack({ from: cube, to: back, force: false }, context);
      await expect(there).rejects.toMatchObject({ fault: { code: 'file-exists' } });
      await convertBack({ from: cube, to: back, force: true }, context);
      expect((await readFile(back)).equals(await readFile(from))).toBe(true);
      expect((await readdir(folder)).sort()).toEqual(['a.h5', 'a.sgy', 'b.sgy']);
    });
  });
});

describe.skipIf(areRealFilesMissing)(`real cubes${realFilesNote}`, () => {
  const cubes = [...readExpectedSegy()]
    .filter(([, { cube }]) => cube?.offsets === 1 && cube.inlines[2] * cube.crosslines[2] > 1)
    .map(([path]) => path);
  it.each(cubes)('%s', async (path) => {
    await expectSameBack(await readFile(join(REAL_FILES_FOLDER, path)), { kind: 'cube' });
  });
});
