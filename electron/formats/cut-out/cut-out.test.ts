/** Cut-outs from either format to either, against the samples and headers of the whole. */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { inlineNumberAt, crosslineNumberAt, sampleValueAt } from '../../../shared/axes.ts';
import { crosslineIndex, inlineIndex, sampleIndex } from '../../../shared/units.ts';
import { NO_OVERRIDES, type MappingOverrides } from '../../../shared/mapping/segy-mapping.ts';
import { convertFile } from '../../jobs/convert-file.ts';
import { createReader } from '../../native/open-reader.ts';
import { createRandom } from '../segy/seeded-random.ts';
import { openSegy } from '../segy/open-segy.ts';
import { scanFile } from '../segy/scan-file.ts';
import { readPlane } from '../segy/test-planes.ts';
import { areRealFilesMissing, REAL_FILES_FOLDER, realFilesNote } from '../segy/test-real-files.ts';
import { buildSegy, gridTraces, withTemporaryFolder, type TestTrace } from '../segy/test-segy-builder.ts';
import type { SurveySource } from '../survey-source.ts';
import { describeCube } from '../hdf5/source/describe-cube.ts';
import { openCube } from '../hdf5/source/open-cube.ts';
import type { CutRanges } from './cut-range.ts';

const reader = createReader();
/** Our own cubes need none. */
const noLibrary = { openDataset: () => Promise.reject(new Error('a cube of ours is decoded by the library')) };
const context = { reader, signal: new AbortController().signal, onProgress: () => undefined };
const DEFAULTS = {
  overrides: null,
  layouts: ['ilines', 'hlines'],
  compression: { kind: 'lzf' },
  force: false,
  verify: 'full',
} as const;

async function open(path: string, overrides: MappingOverrides): Promise<SurveySource> {
  if (path.endsWith('.h5')) {
    const file = await reader.openFile(path);
    const description = await describeCube(file).finally(() => file.close());
    return await openCube(path, description, { reader, id: 'cut', hdf5: noLibrary });
  }
  const source = await openSegy(path, { reader, id: 'cut', index: null, overrides });
  const { file, description } = source.stored;
  await source.applyScan(await scanFile(file, description, { signal: null, onProgress: () => undefined }));
  return source;
}

/** Cuts by every way there is. */
async function cutEveryWay(
  folder: string,
  segy: Uint8Array,
  ranges: CutRanges,
  overrides: MappingOverrides,
  use: (whole: SurveySource, part: SurveySource, path: string) => Promise<void>,
): Promise<void> {
  const [whole, cube] = [join(folder, 'whole.sgy'), join(folder, 'whole.h5')];
  await writeFile(whole, segy);
  await convertFile({ ...DEFAULTS, from: whole, to: cube, overrides, ranges: null }, context);
  const source = await open(whole, overrides);
  const made: string[] = [];
  for (const [i, from] of [whole, cube].entries()) {
    for (const to of [join(folder, `${i}.sgy`), join(folder, `${i}.h5`)]) {
      await convertFile({ ...DEFAULTS, from, to, overrides: from === whole ? overrides : null, ranges }, context);
      made.push(to);
      const samples = to.endsWith('.h5') ? {} : { samples: undefined };
      const part = await open(to, { ...overrides, kind: 'cube', ...(samples as MappingOverrides) });
      await use(source, part, to).finally(() => part.close());
    }
  }
  await source.close();
  // Both ways to SEG-Y are the same bytes.
  expect((await readFile(made[0]!)).equals(await readFile(made[2]!))).toBe(true);
  expect((await readdir(folder)).sort()).toEqual(['0.h5', '0.sgy', '1.h5', '1.sgy', 'whole.h5', 'whole.sgy']);
}

/** Every sample of the part, found in the whole by its numbers. */
async function expectPart(whole: SurveySource, part: SurveySource): Promise<void> {
  const [all, own] = [whole.info, part.info];
  for (let i = 0; i < own.inline!.count; i += 1) {
    const number = inlineNumberAt(own.inline!, inlineIndex(i));
    const index = (number - all.inline!.first) / all.inline!.step;
    const expected = await readPlane(whole, { orientation: 'inline', index: inlineIndex(index) });
    const actual = await readPlane(part, { orientation: 'inline', index: inlineIndex(i) });
    for (let x = 0; x < own.crossline!.count; x += 1) {
      const crossline = crosslineNumberAt(own.crossline!, crosslineIndex(x));
      const row = (crossline - all.crossline!.first) / all.crossline!.step;
      for (let s = 0; s < own.samples.count; s += 1) {
        const value = sampleValueAt(own.samples, s);
        const sample = Math.round(((value - all.samples.firstSampleMs) * 1000) / all.samples.sampleIntervalUs);
        expect(Math.abs(sampleValueAt(all.samples, sample) - value)).toBeLessThan(1e-6);
        expect(actual.data[x * own.samples.count + s]).toBe(expected.data[row * all.samples.count + sample]);
      }
    }
  }
}

describe('random cut-outs', () => {
  it.each(Array.from({ length: 24 }, (_, seed) => seed))('have the samples of the whole (seed %s)', async (seed) => {
    const random = createRandom(900 + seed);
    const upTo = (n: number): number => Math.floor(random() * n);
    const axis = (count: number, first: number, step: number): number[] =>
      Array.from({ length: count }, (_, i) => first + i * step);
    const inlines = axis(2 + upTo(6), upTo(100) - 50, 1 + upTo(3));
    const crosslines = axis(2 + upTo(6), upTo(1000), 1 + upTo(4));
    const sampleCount = 6 + upTo(30);
    const delay = upTo(3) * 100;
    const hasDelays = seed % 4 === 3;
    const traces = gridTraces({ inlines, crosslines, sampleCount, sorting: seed % 2 === 0 ? 'inline' : 'crossline' })
      .map((trace, i): TestTrace => ({
        ...trace,
        words: { ...trace.words, 115: sampleCount, 109: delay + (hasDelays ? 4 * (i % 3) : 0) },
      }))
      .filter((_, i) => seed % 3 !== 1 || i % 7 !== 3);
    if (seed % 5 === 2) traces.reverse();
    const format = [5, 1, 3, 2, 6][seed % 5]!;
    const segy = buildSegy({
      traces,
      format,
      littleEndian: seed % 6 === 5,
      extendedText: seed % 4 === 1 ? ['more'] : [],
    });
    const overrides: MappingOverrides = { kind: 'cube', domain: 'time' };
    const pick = (labels: readonly number[]) => {
      const [one, other] = [upTo(labels.length), upTo(labels.length)];
      return { from: labels[Math.min(one, other)]!, to: labels[Math.max(one, other)]! };
    };
    const times = axis(sampleCount, delay, 4);
    const ranges: CutRanges = {
      inlines: random() < 0.8 ? pick(inlines) : null,
      crosslines: random() < 0.8 ? pick(crosslines) : null,
      time: random() < 0.8 ? pick(times) : null,
    };
    await withTemporaryFolder(async (folder) => {
      await cutEveryWay(folder, segy, ranges, overrides, async (whole, part) => {
        const { inline, crossline, samples } = part.info;
        const { inlines: i, crosslines: x, time } = ranges;
        const isWithin = (range: { from: number; to: number } | null, first: number, last: number): boolean =>
          range === null || (range.from <= first && last <= range.to);
        expect(isWithin(i, inline!.first, inline!.last)).toBe(true);
        expect(isWithin(x, crossline!.first, crossline!.last)).toBe(true);
        expect(isWithin(time, samples.firstSampleMs, sampleValueAt(samples, samples.count - 1))).toBe(true);
        if (!hasDelays && time !== null) {
          expect(samples).toMatchObject({ firstSampleMs: time.from, count: (time.to - time.from) / 4 + 1 });
        }
        await expectPart(whole, part);
      });
    });
  });
});

describe('the SEG-Y file of a part', () => {
  const CARDS = Array.from({ length: 40 }, (_, i) =>
    `C${String(i + 1).padStart(2)} ${i < 5 ? `CARD ${i}` : ''}`.padEnd(80),
  ).join('');
  const GRID = { inlines: [10, 12, 14], crosslines: [3, 4, 5, 6], sampleCount: 20 };

  async function cut(segy: Uint8Array, ranges: Partial<CutRanges>, overrides: MappingOverrides = NO_OVERRIDES) {
    return await withTemporaryFolder(async (folder) => {
      const [from, to] = [join(folder, 'a.sgy'), join(folder, 'b.sgy')];
      await writeFile(from, segy);
      const all = { inlines: null, crosslines: null, time: null, ...ranges };
      const { notes } = await convertFile({ ...DEFAULTS, from, to, overrides, ranges: all }, context);
      return { bytes: await readFile(to), notes };
    });
  }

  it('has its counts, its delay and a note, and every other byte as it was', async () => {
    const traces = gridTraces(GRID).map((trace, i) => ({
      ...trace,
      words: { ...trace.words, 1: i + 1, 115: 20, 109: 8, 9: 77 },
    }));
    const segy = buildSegy({ traces, text: CARDS });
    const { bytes, notes } = await cut(
      segy,
      { inlines: { from: 11, to: 13 }, crosslines: { from: 4, to: 5 }, time: { from: 20, to: 40 } },
      { domain: 'time' },
    );
    expect(notes).toEqual([]);
    expect(bytes.length).toBe(3600 + 2 * (240 + 6 * 4));
    expect(bytes.readInt16BE(3220)).toBe(6);
    const cards = Array.from({ length: 40 }, (_, i) => bytes.toString('latin1', i * 80, i * 80 + 80).trimEnd());
    expect(cards[36]).toBe('C37 CUT OUT OF a.sgy BY CROSSLINE');
    expect(cards[37]).toBe('C38 INLINES 12 TO 12, CROSSLINES 4 TO 5, 20 TO 40 MS');
    expect(cards.slice(0, 5)).toEqual([0, 1, 2, 3, 4].map((i) => `C ${i + 1} CARD ${i}`));
    for (const [k, trace] of [5, 6].entries()) {
      const own = bytes.subarray(3600 + k * 264, 3600 + (k + 1) * 264);
      const was = Buffer.from(segy.subarray(3600 + trace * 320, 3600 + (trace + 1) * 320));
      expect([own.readInt16BE(108), own.readUInt16BE(114)]).toEqual([20, 6]);
      was.writeInt16BE(20, 108);
      was.writeUInt16BE(6, 114);
      expect(own.subarray(0, 240).equals(was.subarray(0, 240))).toBe(true);
      expect(own.subarray(240).equals(was.subarray(240 + 3 * 4, 240 + 9 * 4))).toBe(true);
    }
  });

  it('says fractions of a millisecond by the scalar of bytes 215-216', async () => {
    const traces = gridTraces(GRID).map((trace) => ({ ...trace, words: { ...trace.words, 115: 20, 109: 2, 105: -3 } }));
    const segy = buildSegy({ traces, binary: { 3217: 500 } });
    const { bytes, notes } = await cut(segy, { time: { from: 3.5, to: 5 } });
    expect(notes).toEqual([]);
    expect([3600 + 108, 3600 + 214, 3600 + 104].map((at) => bytes.readInt16BE(at))).toEqual([35, -10, -30]);
    expect(bytes.readInt16BE(3220)).toBe(4);
  });

  it('says so where the text header is full', async () => {
    const { bytes, notes } = await cut(buildSegy({ traces: gridTraces(GRID), text: 'X'.repeat(3200) }), {
      inlines: { from: 10, to: 10 },
    });
    expect(notes).toEqual(['The text header has no empty cards left, so it does not say what was cut out.']);
    expect(bytes.toString('latin1', 0, 3200)).toBe('X'.repeat(3200));
  });

  it.each([
    [{ inlines: { from: 9, to: 12 } }, { code: 'out-of-range', requested: 9, available: '10 to 14 in steps of 2' }],
    [{ inlines: { from: 12, to: 10 } }, { code: 'usage' }],
    [{ inlines: { from: 11, to: 11 } }, { code: 'usage' }],
    [{ crosslines: { from: 3, to: 7 } }, { code: 'out-of-range', requested: 7, available: '3 to 6' }],
    [{ time: { from: 0, to: 77 } }, { code: 'out-of-range', requested: 77, available: '0 to 76 ms' }],
    [{ time: { from: 1, to: 3 } }, { code: 'usage' }],
  ])('is refused for %o', async (ranges, fault) => {
    const refused = cut(buildSegy({ traces: gridTraces(GRID) }), ranges, { kind: 'cube', domain: 'time' });
    await expect(refused).rejects.toMatchObject({ fault });
  });

  it('is never the whole, and replaces nothing unasked', async () => {
    await withTemporaryFolder(async (folder) => {
      const [from, to] = [join(folder, 'a.sgy'), join(folder, 'b.sgy')];
      await writeFile(from, buildSegy({ traces: gridTraces(GRID) }));
      const whole = convertFile({ ...DEFAULTS, from, to, ranges: null }, context);
      await expect(whole).rejects.toMatchObject({ fault: { code: 'usage' } });
      await writeFile(to, 'mine');
      const ranges = { inlines: { from: 10, to: 12 }, crosslines: null, time: null };
      const over = convertFile({ ...DEFAULTS, from, to, ranges }, context);
      await expect(over).rejects.toMatchObject({ fault: { code: 'file-exists' } });
      expect(await readFile(to, 'utf8')).toBe('mine');
    });
  });

  it('goes through a cube file compressed anew without loss', async () => {
    await withTemporaryFolder(async (folder) => {
      const [from, one, other, back] = ['a.sgy', 'a.h5', 'b.h5', 'b.sgy'].map((name) => join(folder, name)) as [
        string,
        string,
        string,
        string,
      ];
      const traces = gridTraces(GRID);
      await writeFile(from, buildSegy({ traces: [...traces, traces[3]!], tailBytes: 17 }));
      await convertFile({ ...DEFAULTS, from, to: one, ranges: null }, context);
      await convertFile({ ...DEFAULTS, from: one, to: other, compression: { kind: 'none' }, ranges: null }, context);
      await convertFile({ ...DEFAULTS, from: other, to: back, ranges: null }, context);
      expect((await readFile(back)).equals(await readFile(from))).toBe(true);
      expect((await readdir(folder)).sort()).toEqual(['a.h5', 'a.sgy', 'b.h5', 'b.sgy']);
    });
  });
});

describe.skipIf(areRealFilesMissing)(`a part of F3${realFilesNote}`, () => {
  it('has its samples, whose first lies 4 ms below zero and whose times have a scalar', async () => {
    await withTemporaryFolder(async (folder) => {
      const segy = await readFile(join(REAL_FILES_FOLDER, 'segyio/f3.sgy'));
      const ranges = {
        inlines: { from: 113, to: 120 },
        crosslines: { from: 880, to: 890 },
        time: { from: 100, to: 200 },
      };
      await cutEveryWay(folder, segy, ranges, NO_OVERRIDES, async (whole, part) => {
        expect(part.info).toMatchObject({
          inline: { first: 113, last: 120 },
          crossline: { first: 880, last: 890 },
          samples: { firstSampleMs: 100, count: 26 },
        });
        await expectPart(whole, part);
        const plane = { orientation: 'sample', index: sampleIndex(3) } as const;
        expect((await readPlane(part, plane)).data.length).toBe(8 * 11);
      });
    });
  });
});
