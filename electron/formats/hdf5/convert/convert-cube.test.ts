/** Cubes converted and read back, plane by plane, against the SEG-Y that they came from. */
import { closeSync, openSync, writeSync } from 'node:fs';
import { readdir, readFile, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { MappingOverrides } from '../../../../shared/mapping/segy-mapping.ts';
import { crosslineIndex, inlineIndex, sampleIndex } from '../../../../shared/units.ts';
import type { SurveyPlane } from '../../../../shared/slices.ts';
import { createArrayWork } from '../../../native/array-work.ts';
import { createReader } from '../../../native/open-reader.ts';
import { openSegy } from '../../segy/open-segy.ts';
import { createRandom } from '../../segy/seeded-random.ts';
import { neverAborted, readPlane } from '../../segy/test-planes.ts';
import { areRealFilesMissing, REAL_FILES_FOLDER, realFilesNote } from '../../segy/test-real-files.ts';
import { buildSegy, gridTrace, gridTraces, withTemporaryFolder, type TestTrace } from '../../segy/test-segy-builder.ts';
import { NO_COMPRESSION, type Compression } from '../cube/compression.ts';
import { CUBE_LAYOUTS } from '../cube/cube-layouts.ts';
import { convertCube, type ConvertedCube, type ConvertOptions } from './convert-cube.ts';
import { describeHdf5 } from '../foreign/describe-hdf5.ts';
import { openCube } from '../source/open-cube.ts';

const reader = createReader();

async function convert(
  from: string,
  to: string,
  options: Partial<ConvertOptions> & { readonly overrides?: MappingOverrides } = {},
): Promise<ConvertedCube> {
  const { overrides = {}, ...others } = options;
  const source = await openSegy(from, { reader, id: 'segy', index: null, overrides });
  const defaults = {
    layouts: ['ilines', 'hlines'],
    compression: NO_COMPRESSION,
    force: false,
    verify: 'full',
    version: 'test',
    work: createArrayWork(),
    reader,
  } as const;
  try {
    return await convertCube(source, to, { ...defaults, signal: null, onProgress: () => undefined, ...others });
  } finally {
    await source.close();
  }
}

async function openConverted(path: string) {
  const file = await reader.openFile(path);
  const description = await describeHdf5(file, {});
  await file.close();
  const hdf5 = { openDataset: () => Promise.reject(new Error('a cube file of ours is mapped')) };
  return await openCube(path, description, { reader, id: 'cube', hdf5 });
}

/** Every plane of the one against the other's, bit for bit, with what it says of each trace. */
async function expectSame(segyPath: string, cubePath: string): Promise<void> {
  const segy = await openSegy(segyPath, { reader, id: 'segy', index: null });
  const cube = await openConverted(cubePath);
  try {
    const { inline, crossline, samples } = segy.info;
    expect(cube.info).toMatchObject({
      kind: 'cube',
      inline,
      crossline,
      samples,
      missingTraceCount: segy.info.missingTraceCount,
    });
    const planes: SurveyPlane[] = [
      ...Array.from({ length: inline!.count }, (_, i) => ({ orientation: 'inline' as const, index: inlineIndex(i) })),
      ...Array.from({ length: crossline!.count }, (_, i) => ({
        orientation: 'crossline' as const,
        index: crosslineIndex(i),
      })),
      ...Array.from({ length: samples.count }, (_, i) => ({ orientation: 'sample' as const, index: sampleIndex(i) })),
    ];
    for (const plane of planes) {
      for (const decimation of [
        { rows: 1, columns: 1 },
        { rows: 2, columns: 3 },
      ]) {
        const [expected, actual] = [await readPlane(segy, plane, decimation), await readPlane(cube, plane, decimation)];
        expect(actual.data).toEqual(expected.data);
        expect(actual.read.traceStatus).toEqual(expected.read.traceStatus);
      }
    }
    const sample = sampleIndex(samples.count - 1);
    for (let cell = 0; cell < inline!.count * crossline!.count; cell += 1) {
      const [i, j] = [Math.floor(cell / crossline!.count), cell % crossline!.count];
      const place = { inline: inlineIndex(i), crossline: crosslineIndex(j), sample };
      const stored = await cube.readExactSample(place, neverAborted);
      // Where a trace of another delay does not reach, the cube has NaN and the SEG-Y file nothing.
      expect(stored === 'NaN' ? null : stored).toBe(await segy.readExactSample(place, neverAborted));
    }
  } finally {
    await segy.close();
    await cube.close();
  }
}

/** A grid with holes, in any order, of which some traces are dead and some stand where one stands already. */
function randomTraces(seed: number): TestTrace[] {
  const random = createRandom(seed);
  const [inlines, crosslines] = [2 + Math.floor(random() * 5), 2 + Math.floor(random() * 5)];
  const sampleCount = 2 + Math.floor(random() * 6);
  const traces: TestTrace[] = [];
  for (let i = 0; i < inlines; i += 1) {
    for (let j = 0; j < crosslines; j += 1) {
      const isCorner = (i === 0 || i === inlines - 1) && (j === 0 || j === crosslines - 1);
      if (!isCorner && random() < 0.1) continue;
      const trace = gridTrace(10 + 2 * i, -3 + j, sampleCount);
      traces.push(random() < 0.1 ? { ...trace, words: { ...trace.words, 29: 2 } } : trace);
    }
  }
  if (random() < 0.5) traces.reverse();
  return traces;
}

const COMPRESSIONS: readonly Compression[] = [NO_COMPRESSION, { kind: 'lzf' }, { kind: 'gzip', level: 1 }];

describe.each(COMPRESSIONS.slice(1))('a cube compressed by $kind', (compression) => {
  it.each(Array.from({ length: 8 }, (_, seed) => seed))('has the same planes as its SEG-Y (seed %s)', async (seed) => {
    await withTemporaryFolder(async (folder) => {
      const [from, to] = [join(folder, 'a.sgy'), join(folder, 'a.h5')];
      await writeFile(from, buildSegy({ traces: randomTraces(100 + seed) }));
      const layouts = CUBE_LAYOUTS.filter((_, i) => ((seed >> i) & 1) === 1);
      const slabBytes = [undefined, 100, 400][seed % 3];
      await convert(from, to, {
        compression,
        layouts: layouts.length === 0 ? CUBE_LAYOUTS : layouts,
        ...(slabBytes === undefined ? {} : { slabBytes }),
      });
      await expectSame(from, to);
    });
  });

  it('is cut into many chunks with parts of chunks at its edges', async () => {
    await withTemporaryFolder(async (folder) => {
      const [from, to] = [join(folder, 'a.sgy'), join(folder, 'a.h5')];
      const count = (n: number): number[] => Array.from({ length: n }, (_, i) => i + 1);
      const traces = gridTraces({ inlines: count(11), crosslines: count(21), sampleCount: 37 });
      await writeFile(from, buildSegy({ traces }));
      for (const layouts of [['ilines', 'hlines'], ['hlines'], CUBE_LAYOUTS] as const) {
        await convert(from, to, { compression, layouts, force: true });
        await expectSame(from, to);
      }
    });
  });
});

describe('a converted cube', () => {
  it.each(Array.from({ length: 12 }, (_, seed) => seed))('has the same planes as its SEG-Y (seed %s)', async (seed) => {
    await withTemporaryFolder(async (folder) => {
      const [from, to] = [join(folder, 'a.sgy'), join(folder, 'a.h5')];
      await writeFile(from, buildSegy({ traces: randomTraces(seed), littleEndian: seed % 2 === 1 }));
      const layouts = CUBE_LAYOUTS.filter((_, i) => seed % 4 === 0 || (seed >> i) % 2 === 1);
      await convert(from, to, { layouts: layouts.length === 0 ? CUBE_LAYOUTS : layouts });
      await expectSame(from, to);
    });
  });

  it('keeps traces of different delays where they belong', async () => {
    await withTemporaryFolder(async (folder) => {
      const [from, to] = [join(folder, 'a.sgy'), join(folder, 'a.h5')];
      const traces = gridTraces({ inlines: [1, 2, 3], crosslines: [5, 6], sampleCount: 8 });
      await writeFile(
        from,
        buildSegy({ traces: traces.map((trace, i) => ({ ...trace, words: { ...trace.words, 109: 4 * (i % 3) } })) }),
      );
      await convert(from, to);
      await expectSame(from, to);
    });
  });

  it('replaces a file only when told to, and is made of cubes only', async () => {
    await withTemporaryFolder(async (folder) => {
      const [from, to] = [join(folder, 'a.sgy'), join(folder, 'a.h5')];
      await writeFile(from, buildSegy({ traces: gridTraces({ inlines: [1, 2], crosslines: [5, 6] }) }));
      await writeFile(to, 'mine');
      await expect(convert(from, to)).rejects.toMatchObject({ fault: { code: 'file-exists' } });
      expect(await readFile(to, 'utf8')).toBe('mine');
      await convert(from, to, { force: true });
      await expectSame(from, to);
      await expect(convert(from, join(folder, 'b.h5'), { overrides: { kind: 'line' } })).rejects.toMatchObject({
        fault: { code: 'usage' },
      });
      expect((await readdir(folder)).sort()).toEqual(['a.h5', 'a.sgy']);
    });
  });
});

describe.skipIf(areRealFilesMissing)(`SEGY-SAK's cube of F3${realFilesNote}`, () => {
  it('equals the SEG-Y sample for sample, and after conversion too', async () => {
    await withTemporaryFolder(async (folder) => {
      const segy = join(REAL_FILES_FOLDER, 'segyio/f3.sgy');
      const converted = join(folder, 'f3.h5');
      await convert(segy, converted);
      await expectSame(segy, converted);
      const [one, other] = [
        await openConverted(converted),
        await openConverted(join(REAL_FILES_FOLDER, 'segysak/f3.seisnc')),
      ];
      const { inline, crossline, samples, sampleFormat } = other.info;
      expect(sampleFormat.code).toBe(6);
      expect([inline, crossline, samples.count]).toEqual([one.info.inline, one.info.crossline, one.info.samples.count]);
      for (let i = 0; i < samples.count; i += 1) {
        const plane: SurveyPlane = { orientation: 'sample', index: sampleIndex(i) };
        expect((await readPlane(other, plane)).data).toEqual((await readPlane(one, plane)).data);
      }
      await one.close();
      await other.close();
    });
  });
});

describe.each(COMPRESSIONS)('an interrupted conversion ($kind)', (compression) => {
  const GRID = {
    inlines: Array.from({ length: 12 }, (_, i) => i),
    crosslines: Array.from({ length: 5 }, (_, i) => i),
    sampleCount: 7,
  };
  /** Two inlines. */
  const slabBytes = 2 * 5 * 7 * 4;

  it('leaves no file under the final name, and goes on from the last finished slab', async () => {
    await withTemporaryFolder(async (folder) => {
      const [from, to] = [join(folder, 'a.sgy'), join(folder, 'a.h5')];
      await writeFile(from, buildSegy({ traces: gridTraces(GRID) }));
      const controller = new AbortController();
      const stopped = convert(from, to, {
        compression,
        slabBytes,
        signal: controller.signal,
        onProgress: () => controller.abort(),
      });
      await expect(stopped).rejects.toMatchObject({ fault: { code: 'cancelled' } });
      expect((await readdir(folder)).sort()).toEqual(['a.h5.partial', 'a.h5.partial.json', 'a.sgy']);
      const resumed = await convert(from, to, { compression, slabBytes });
      expect(resumed.resumedSlabs).toBeGreaterThan(0);
      expect(resumed.resumedSlabs).toBeLessThan(resumed.slabs);
      expect((await readdir(folder)).sort()).toEqual(['a.h5', 'a.sgy']);
      const whole = join(folder, 'whole.h5');
      await convert(from, whole, { compression, slabBytes });
      expect((await readFile(to)).equals(await readFile(whole))).toBe(true);
    });
  });

  it.each(['checksums', 'full'] as const)(
    'is not finished where what was written is not what lies there (%s)',
    async (verify) => {
      await withTemporaryFolder(async (folder) => {
        const [from, to] = [join(folder, 'a.sgy'), join(folder, 'a.h5')];
        await writeFile(from, buildSegy({ traces: gridTraces(GRID) }));
        const spoil = (done: number, total: number): void => {
          if (done < total) return;
          const file = openSync(`${to}.partial`, 'r+');
          writeSync(file, Uint8Array.of(1, 2, 3), 0, 3, compression.kind === 'none' ? 4096 + 100 : 100);
          closeSync(file);
        };
        const spoiled = convert(from, to, { compression, slabBytes, verify, onProgress: spoil });
        await expect(spoiled).rejects.toMatchObject({
          fault: { code: 'io-failed', detail: expect.stringMatching(/inlines 0 to 1/) as string },
        });
        expect(await readdir(folder)).not.toContain('a.h5');
        expect((await convert(from, to, { compression, slabBytes, verify })).resumedSlabs).toBe(0);
        await expectSame(from, to);
      });
    },
  );

  it('begins anew where what was kept does not match: another file, other layouts, damaged parts', async () => {
    await withTemporaryFolder(async (folder) => {
      const [from, to] = [join(folder, 'a.sgy'), join(folder, 'a.h5')];
      await writeFile(from, buildSegy({ traces: gridTraces(GRID) }));
      const controller = new AbortController();
      await convert(from, to, {
        compression,
        slabBytes,
        signal: controller.signal,
        onProgress: () => controller.abort(),
      }).catch(() => undefined);
      await truncate(`${to}.partial`, compression.kind === 'none' ? 5000 : 90);
      const anew = await convert(from, to, { compression, slabBytes });
      expect(anew.resumedSlabs).toBe(0);
      expect((await stat(to)).size).toBe(anew.bytes);
      await expectSame(from, to);
    });
  });
});
