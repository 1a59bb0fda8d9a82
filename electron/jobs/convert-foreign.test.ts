/** Cubes of other programs as SEG-Y and as cube files of ours, whole and in part. */
import { join } from 'node:path';
import * as h5 from 'h5wasm/node';
import { beforeAll, describe, expect, it } from 'vitest';
import { allSamples, openForeign } from '../formats/hdf5/foreign/foreign-fixture.ts';
import { loadLibrary } from '../formats/hdf5/library/load-library.ts';
import { createReader } from '../native/open-reader.ts';
import { withTemporaryFolder } from '../formats/segy/test-segy-builder.ts';
import { crosslineIndex, inlineIndex, sampleIndex } from '../../shared/units.ts';
import { readPlane } from '../formats/segy/test-planes.ts';
import { convertFile } from './convert-file.ts';
import { openScanned } from './open-scanned.ts';

const reader = createReader();
const signal = new AbortController().signal;
const context = { reader, signal, onProgress: () => undefined };

beforeAll(async () => {
  await loadLibrary();
});

const INLINES = Array.from({ length: 4 }, (_, i) => 100 + 2 * i);
const CROSSLINES = Array.from({ length: 5 }, (_, i) => 30 + i);
const TIMES = Array.from({ length: 6 }, (_, i) => 8 + 4 * i);
const sampleAt = (i: number, x: number, k: number): number => i * 100 + x * 10 + k + 0.25;
const worldAt = (i: number, x: number): readonly [number, number] => [
  431_000.5 + 25 * i - 7.25 * x,
  6_521_000.25 + 10 * i + 12.5 * x,
];

/** As netCDF-4 lays it out, [sample, inline, crossline], in chunks. */
async function withForeignCube(use: (path: string, folder: string) => Promise<void>): Promise<void> {
  await withTemporaryFolder(async (folder) => {
    (await loadLibrary()).folders.add(folder);
    const path = join(folder, 'theirs.seisnc');
    const file = new h5.File(path, 'w');
    const scales = Object.entries({ twt: TIMES, iline: INLINES, xline: CROSSLINES });
    for (const [name, values] of scales) {
      file
        .create_dataset({ name, data: Float64Array.from(values), shape: [values.length], dtype: '<d' })
        .make_scale(name);
    }
    const data = Float32Array.from({ length: 120 }, (_, at) =>
      sampleAt(Math.floor(at / 5) % 4, at % 5, Math.floor(at / 20)),
    );
    const cube = file.create_dataset({ name: 'data', data, shape: [6, 4, 5], dtype: '<f', chunks: [3, 2, 5] });
    ['twt', 'iline', 'xline'].forEach((name, axis) => cube.attach_scale(axis, `/${name}`));
    for (const [axis, name] of ['cdp_x', 'cdp_y'].entries()) {
      const values = Float64Array.from({ length: 20 }, (_, at) => worldAt(Math.floor(at / 5), at % 5)[axis]!);
      const dataset = file.create_dataset({ name, data: values, shape: [4, 5], dtype: '<d' });
      ['iline', 'xline'].forEach((scale, at) => dataset.attach_scale(at, `/${scale}`));
    }
    file.close();
    await use(path, folder);
  });
}

const whole = { overrides: null, ranges: null, layouts: ['ilines', 'hlines'], compression: { kind: 'none' } } as const;
const how = { ...whole, force: false, verify: 'full' } as const;

const samplesOf = (inlines: readonly number[], crosslines: readonly number[], times: readonly number[]): number[] =>
  inlines.flatMap((i) => crosslines.flatMap((x) => times.map((k) => sampleAt(i, x, k))));

const all = (count: number): number[] => Array.from({ length: count }, (_, i) => i);

describe('a cube of another program', () => {
  it('becomes a SEG-Y file with its numbers, times, coordinates and samples', async () => {
    await withForeignCube(async (from, folder) => {
      const to = join(folder, 'out.sgy');
      await convertFile({ ...how, from, to }, context);
      const source = await openScanned(to, {}, reader, signal);
      try {
        const { info } = source;
        expect(info).toMatchObject({
          kind: 'cube',
          inline: { first: 100, last: 106, step: 2, count: 4 },
          crossline: { first: 30, last: 34, step: 1, count: 5 },
          samples: { firstSampleMs: 8, sampleIntervalUs: 4000, count: 6, domain: 'time' },
          traceCount: 20,
        });
        expect(info.worldFromGrid!.originX).toBeCloseTo(431_000.5, 2);
        expect(info.worldFromGrid!.originY).toBeCloseTo(6_521_000.25, 2);
        expect(info.worldFromGrid!.crosslineX).toBeCloseTo(-7.25, 2);
        const planes = await Promise.all(
          all(4).map((i) => readPlane(source, { orientation: 'inline', index: inlineIndex(i) })),
        );
        expect(planes.flatMap(({ data }) => [...data])).toEqual(samplesOf(all(4), all(5), all(6)));
      } finally {
        await source.close();
      }
    });
  });

  it('becomes a cube file of ours, whose SEG-Y file can be had', async () => {
    await withForeignCube(async (from, folder) => {
      const [cube, one, other] = ['out.h5', 'one.sgy', 'other.sgy'].map((name) => join(folder, name));
      await convertFile({ ...how, from, to: cube! }, context);
      const opened = await openForeign(cube!);
      try {
        for (const samples of await allSamples(opened)) expect([...samples]).toEqual(samplesOf(all(4), all(5), all(6)));
      } finally {
        await opened.close();
      }
      await convertFile({ ...how, from: cube!, to: one! }, context);
      await convertFile({ ...how, from, to: other! }, context);
      const files = await Promise.all([one!, other!].map((path) => reader.openFile(path)));
      const bytes = files.map((file) => new Uint8Array(file.bytes));
      for (const [i, file] of files.entries()) {
        await file.readBytes(0, bytes[i]!, null);
        await file.close();
      }
      expect(bytes[0]).toEqual(bytes[1]);
    });
  });

  it('is cut by ranges of its own numbers', async () => {
    await withForeignCube(async (from, folder) => {
      const to = join(folder, 'part.sgy');
      const ranges = { inlines: { from: 102, to: 104 }, crosslines: { from: 31, to: 33 }, time: { from: 16, to: 24 } };
      await convertFile({ ...how, from, to, ranges }, context);
      const source = await openScanned(to, {}, reader, signal);
      try {
        expect(source.info.samples).toMatchObject({ firstSampleMs: 16, count: 3 });
        const slice = await readPlane(source, { orientation: 'sample', index: sampleIndex(2) });
        expect([...slice.data]).toEqual(samplesOf([1, 2], [1, 2, 3], [4]));
        const line = await readPlane(source, { orientation: 'crossline', index: crosslineIndex(0) });
        expect([...line.data]).toEqual(samplesOf([1, 2], [1], [2, 3, 4]));
      } finally {
        await source.close();
      }
    });
  });
});
