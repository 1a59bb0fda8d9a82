/** Real files of other software, read with either reader, against what segyio says of them. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { crosslineIndexOf, inlineIndexOf, offsetCount, type LineAxis } from '../../../shared/axes.ts';
import type { SurveyInfo, SurveyKind } from '../../../shared/survey.ts';
import { crosslineIndex, crosslineNumber, inlineIndex, inlineNumber, sampleIndex } from '../../../shared/units.ts';
import type { NativeReader } from '../../native/native-reader.ts';
import { createReader } from '../../native/open-reader.ts';
import type { HeaderWord } from '../survey-source.ts';
import { openSegy } from './open-segy.ts';
import type { SegySource } from './segy-source.ts';
import {
  areRealFilesMissing,
  readExpectedSegy,
  REAL_FILES_FOLDER,
  realFilesNote,
  type ExpectedSegy,
} from './test-real-files.ts';
import { expectSamples, inFileOrder, neverAborted, readPlane } from './test-planes.ts';

interface OpensAs {
  readonly kind: SurveyKind;
  readonly missing?: number;
  readonly findings?: readonly string[];
}

/** Where we rightly say something else than segyio, or it refuses the file. */
const OPENS_AS: Readonly<Record<string, OpensAs>> = {
  // segyio makes a cube of the first offset.
  'segyio/1x1.sgy': { kind: 'gathers', missing: 0, findings: ['gathers'] },
  'segyio/1xN.sgy': { kind: 'gathers', missing: 0, findings: ['gathers'] },
  'segyio/Mx1.sgy': { kind: 'gathers', missing: 0, findings: ['gathers'] },
  'segyio/small-ps.sgy': { kind: 'gathers', missing: 0, findings: ['gathers'] },
  // segyio takes line numbers that were never set for a cube of one trace.
  'segyio/interval-neg-bin-neg-trace.sgy': { kind: 'traces', findings: ['interval-missing'] },
  'segyio/interval-neg-bin-pos-trace.sgy': { kind: 'traces', findings: ['interval-negative'] },
  'segyio/multi-text.sgy': { kind: 'traces' },
  // segyio refuses these.
  'segyio/broken.sgy': { kind: 'cube', missing: 1, findings: ['truncated-tail', 'traces-missing'] },
  'segyio/decrement.sgy': { kind: 'line', findings: ['revision-unknown', 'interval-contradiction'] },
  'segyio/increment.sgy': { kind: 'line', findings: ['revision-unknown', 'interval-missing'] },
  'segyio/long.sgy': { kind: 'traces' },
  'segyio/mapping-minimal.sgy': { kind: 'cube', findings: ['layout-stanza'] },
  'segyio/shot-gather.sgy': { kind: 'gathers', missing: 3, findings: ['gathers', 'offsets-numbered'] },
  'segysak/f3-withdead.sgy': { kind: 'cube', missing: 175, findings: ['traces-missing'] },
  'segysak/volve10r12-full-twt-arb.sgy': { kind: 'line' },
  'segysak/volve10r12-full-z-il10117sub.sgy': { kind: 'line' },
  'seismic-zfp/small-2d.sgy': { kind: 'line' },
  'seismic-zfp/small-irregular.sgy': { kind: 'cube', missing: 1, findings: ['traces-missing'] },
  'seismic-zfp/small_hole.sgy': { kind: 'cube', missing: 1, findings: ['traces-missing'] },
  // Cubes with something to notice.
  'segyio/left-small.sgy': { kind: 'cube', findings: ['coordinate-scalar-illegal'] },
  'segyio/obtuse-small.sgy': { kind: 'cube', findings: ['coordinate-scalar-illegal'] },
  'segyio/f3.sgy': { kind: 'cube', findings: ['sample-count-contradiction'] },
  'seismic-zfp/small-traceheader-samplerate.sgy': { kind: 'cube', findings: ['interval-from-trace'] },
};

const HEADER_WORDS: readonly (HeaderWord & { readonly name: string })[] = [
  { name: 'inline', byte: 189, type: 'int32' },
  { name: 'crossline', byte: 193, type: 'int32' },
  { name: 'cdpX', byte: 181, type: 'int32' },
  { name: 'cdpY', byte: 185, type: 'int32' },
  { name: 'cdp', byte: 21, type: 'int32' },
  { name: 'scalar', byte: 71, type: 'int16' },
  { name: 'sourceX', byte: 73, type: 'int32' },
  { name: 'sourceY', byte: 77, type: 'int32' },
];

const expectedFiles = [...readExpectedSegy()];
const isOnGrid = ({ kind, missing }: OpensAs = { kind: 'cube' }): boolean => kind === 'cube' || missing !== undefined;
const cubeFiles = expectedFiles.flatMap(([path, { cube }]) =>
  cube !== undefined && isOnGrid(OPENS_AS[path]) ? [[path, cube] as const] : [],
);

const addon = createReader({ prefer: 'addon' });
const readers: readonly { name: string; reader: NativeReader; isMissing: boolean }[] = [
  { name: 'addon', reader: addon, isMissing: addon.kind !== 'addon' },
  { name: 'fallback', reader: createReader({ prefer: 'fallback' }), isMissing: false },
];

for (const { name, reader, isMissing } of readers) {
  const note = isMissing ? ' (skipped: the addon is not built)' : realFilesNote;
  describe.skipIf(isMissing || areRealFilesMissing)(`${name}${note}`, () => {
    const open = (path: string): Promise<SegySource> =>
      openSegy(join(REAL_FILES_FOLDER, path), { reader, id: path, index: null });
    const withSource = async (path: string, use: (source: SegySource) => Promise<void>): Promise<void> => {
      const source = await open(path);
      try {
        await use(source);
      } finally {
        await source.close();
      }
    };

    it.each([
      ['segysak/f3.seisnc', /HDF5/],
      ['README.md', /fewer than the 3600/],
    ])('says why %s is no SEG-Y', async (path, reason) => {
      const fault = { code: 'not-segy', reason: expect.stringMatching(reason) as string };
      await expect(open(path)).rejects.toMatchObject({ fault });
    });

    it('opens small.su as the same cube as small.sgy', async () => {
      await withSource('segyio/small.sgy', async (segy) => {
        await withSource('segyio/small.su', async (su) => {
          const { kind, traceCount, samples, inline, crossline } = segy.info;
          expect(su.info).toMatchObject({ format: 'SU', byteOrder: 'big', kind, traceCount, inline, crossline });
          expect(su.info.samples.count).toBe(samples.count);
          const plane = { orientation: 'sample', index: sampleIndex(20) } as const;
          const [ours, theirs] = [await readPlane(su, plane), await readPlane(segy, plane)];
          // IBM floats in the one, IEEE floats in the other.
          ours.data.forEach((sample, i) => expect(sample).toBeCloseTo(theirs.data[i]!, 5));
        });
      });
    });

    it.each(expectedFiles)('describes %s', async (path, expected) => {
      await withSource(path, ({ info }) => {
        expectDescription(info, expected, OPENS_AS[path] ?? { kind: 'cube' });
        return Promise.resolve();
      });
    });

    it.each(expectedFiles)('reads traces and headers of %s', async (path, { traces = {}, headers = {} }) => {
      await withSource(path, async (source) => {
        const samples = new Float32Array(source.info.samples.count);
        for (const [trace, expectedSamples] of Object.entries(traces)) {
          await source.readTraces(Number(trace), 1, samples, neverAborted);
          expectSamples(samples, expectedSamples);
        }
        for (const [trace, expectedWords] of Object.entries(headers)) {
          const values = await source.readHeaders(HEADER_WORDS, Number(trace), 1, neverAborted);
          const words = Object.fromEntries(HEADER_WORDS.map((word, i) => [word.name, values[i]?.[0]]));
          expect(words).toEqual(expectedWords);
        }
      });
    });

    it.each(cubeFiles)('reads the middle lines of %s', async (path, { inlines, crosslines, ...middle }) => {
      await withSource(path, async (source) => {
        const { inline, crossline } = source.info;
        if (inline === null || crossline === null) throw new Error(`${path} did not open as a cube`);
        const i = inlineIndexOf(inline, inlineNumber(middle.middleInline.number));
        const j = crosslineIndexOf(crossline, crosslineNumber(middle.middleCrossline.number));
        const k = sampleIndex(middle.middleSlice.sampleIndex);
        const isDown = ([first, last]: readonly [number, number, number]): boolean => last < first;
        const inlinePlane = await readPlane(source, { orientation: 'inline', index: i ?? inlineIndex(-1) });
        expectSamples(inFileOrder(inlinePlane, isDown(crosslines), false), middle.middleInline);
        const crosslinePlane = await readPlane(source, { orientation: 'crossline', index: j ?? crosslineIndex(-1) });
        expectSamples(inFileOrder(crosslinePlane, isDown(inlines), false), middle.middleCrossline);
        const slice = await readPlane(source, { orientation: 'sample', index: k });
        expectSamples(inFileOrder(slice, isDown(inlines), isDown(crosslines)), middle.middleSlice);
      });
    });
  });
}

function expectDescription(info: SurveyInfo, expected: ExpectedSegy, ours: OpensAs): void {
  const codes = info.findings.map(({ code }) => code);
  expect(info.kind).toBe(ours.kind);
  expect(codes).toEqual(expect.arrayContaining([...(ours.findings ?? [])]));
  expect(codes.includes('no-cube')).toBe(!isOnGrid(ours));
  expect(info.missingTraceCount).toBe(isOnGrid(ours) ? (ours.missing ?? 0) : null);
  if (expected.traceCount === undefined) return;
  expect(info).toMatchObject({
    traceCount: expected.traceCount,
    byteOrder: expected.endian,
    sampleFormat: { code: expected.formatCode },
    samples: { count: expected.sampleCount },
  });
  // segyio says 0 where it finds no interval to trust; ours comes with a finding then (see the table).
  if (expected.intervalUs !== 0) expect(info.samples.sampleIntervalUs).toBe(expected.intervalUs);
  // segyio computes in float32.
  const firstSampleMs = expected.firstSampleMs ?? Number.NaN;
  expect(Math.abs(info.samples.firstSampleMs - firstSampleMs)).toBeLessThanOrEqual(1e-6 * Math.abs(firstSampleMs));
  if (!isOnGrid(ours) || expected.cube === undefined) return;
  expect(info.gathers === null ? 1 : offsetCount(info.gathers.offsets)).toBe(expected.cube.offsets);
  expect(info.inline).toMatchObject(ascending(expected.cube.inlines));
  expect(info.crossline).toMatchObject(ascending(expected.cube.crosslines));
}

const ascending = ([first, last, count]: readonly [number, number, number]): Partial<LineAxis> => ({
  first: Math.min(first, last),
  last: Math.max(first, last),
  count,
});
