/** Cubes in chunks as HDF5's own library writes them: every index, filter and element type, plane by plane. */
import { execFileSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as h5 from 'h5wasm/node';
import { beforeAll, describe, expect, it } from 'vitest';
import { crosslineIndex, inlineIndex, sampleIndex } from '../../../../shared/units.ts';
import type { SurveyPlane } from '../../../../shared/slices.ts';
import { findPython } from '../../../bench/harness/peer-python.ts';
import { CrosslineError } from '../../../../shared/errors.ts';
import { READER_CASES } from '../../../native/testing/readers.ts';
import type { NativeReader } from '../../../native/native-reader.ts';
import { createRandom } from '../../segy/seeded-random.ts';
import { neverAborted, readPlane } from '../../segy/test-planes.ts';
import { withTemporaryFolder } from '../../segy/test-segy-builder.ts';
import { describeHdf5 } from '../foreign/describe-hdf5.ts';
import { openCube } from './open-cube.ts';

const SHAPE = [7, 9, 11] as const;
const valueAt = (i: number, x: number, s: number): number => i * 16 + x + (s % 8) * 2;

/** What the addon does not read is another test's. */
const notRead = (path: string): CrosslineError =>
  new CrosslineError({ code: 'not-hdf5', path, reason: 'its chunks are not read natively' });

async function openWith(reader: NativeReader, path: string) {
  const file = await reader.openFile(path);
  const description = await describeHdf5(file, {}).finally(() => file.close());
  const hdf5 = { openDataset: () => Promise.reject(notRead(path)) };
  return await openCube(path, description, { reader, id: 'cube', hdf5 });
}

/** @param expected of a position; the file's own elements unless given */
async function expectPlanes(reader: NativeReader, path: string, expected = valueAt): Promise<void> {
  const cube = await openWith(reader, path);
  try {
    const [inlines, crosslines, samples] = SHAPE;
    expect([cube.info.inline?.count, cube.info.crossline?.count, cube.info.samples.count]).toEqual([...SHAPE]);
    const planes: [SurveyPlane, number, number, (r: number, c: number) => number][] = [];
    for (let i = 0; i < inlines; i += 1) {
      const plane: SurveyPlane = { orientation: 'inline', index: inlineIndex(i) };
      planes.push([plane, crosslines, samples, (r, c) => expected(i, r, c)]);
    }
    for (let x = 0; x < crosslines; x += 1) {
      const plane: SurveyPlane = { orientation: 'crossline', index: crosslineIndex(x) };
      planes.push([plane, inlines, samples, (r, c) => expected(r, x, c)]);
    }
    for (let s = 0; s < samples; s += 1) {
      const plane: SurveyPlane = { orientation: 'sample', index: sampleIndex(s) };
      planes.push([plane, inlines, crosslines, (r, c) => expected(r, c, s)]);
    }
    for (const [plane, rows, columns, valueOf] of planes) {
      for (const [down, right] of [
        [1, 1],
        [2, 3],
        [5, 4],
      ] as const) {
        const { data } = await readPlane(cube, plane, { rows: down, columns: right });
        const [r, c] = [Math.ceil(rows / down), Math.ceil(columns / right)];
        const wanted = Float32Array.from({ length: r * c }, (_, k) =>
          valueOf(Math.floor(k / c) * down, (k % c) * right),
        );
        expect(data).toEqual(wanted);
      }
    }
    const traces = new Float32Array(inlines * crosslines * samples);
    await cube.readTraces(0, inlines * crosslines, traces, neverAborted);
    const inOrder = (k: number): number =>
      expected(Math.floor(k / samples / crosslines), Math.floor(k / samples) % crosslines, k % samples);
    expect(traces).toEqual(traces.map((_, k) => inOrder(k)));
    const place = { inline: inlineIndex(3), crossline: crosslineIndex(8), sample: sampleIndex(10) };
    expect(Number(await cube.readExactSample(place, neverAborted))).toBe(expected(3, 8, 10));
  } finally {
    await cube.close();
  }
}

beforeAll(async () => {
  await h5.ready;
});

describe.each(READER_CASES)('$name: chunks that h5wasm wrote', ({ reader, isAvailable }) => {
  it.skipIf(!isAvailable).each([
    [[7, 9, 11], undefined],
    [[2, 4, 3], undefined],
    [[1, 9, 11], 'gzip'],
    [[3, 2, 11], 'gzip'],
  ] as const)('of %s, %s', async (chunks, compression) => {
    await withTemporaryFolder(async (folder) => {
      const path = join(folder, 'a.h5');
      const file = new h5.File(path, 'w');
      const [, crosslines, samples] = SHAPE;
      const data = Float32Array.from({ length: 7 * 9 * 11 }, (_, k) =>
        valueAt(Math.floor(k / samples / crosslines), Math.floor(k / samples) % crosslines, k % samples),
      );
      const settings = compression === undefined ? {} : { compression, compression_opts: [6] };
      const group = file.create_group('Cube');
      group.create_dataset({ name: 'ilines', data, shape: [...SHAPE], chunks: [...chunks], ...settings });
      file.close();
      await expectPlanes(reader, path);
    });
  });
});

const { python } = await findPython(['h5py', 'numpy'], process.env);

/** Each case is a file; `how` are arguments of `create_dataset`. */
const SCRIPT = `
import h5py, json, numpy, sys
shape = (7, 9, 11)
i, x, s = numpy.ogrid[:7, :9, :11]
values = i * 16 + x + (s % 8) * 2
orders = {"ilines": (0, 1, 2), "hlines": (2, 0, 1), "xlines": (1, 0, 2)}
for case in json.load(open(sys.argv[1])):
    with h5py.File(case["path"], "w", libver=case["libver"], userblock_size=case.get("userblock", 0)) as f:
        order = orders[case["layout"]]
        data = numpy.transpose(values, order).astype(case["dtype"])
        how = {key: tuple(value) if isinstance(value, list) else value for key, value in case["how"].items()}
        if case.get("dcpl"):
            dcpl = h5py.h5p.create(h5py.h5p.DATASET_CREATE)
            if how.get("chunks"):
                dcpl.set_chunk(how["chunks"])
            dcpl.set_alloc_time(h5py.h5d.ALLOC_TIME_EARLY)
            space = h5py.h5s.create_simple(data.shape)
            group = f.create_group("Cube")
            id = h5py.h5d.create(group.id, case["layout"].encode(), h5py.h5t.py_create(data.dtype), space, dcpl)
            h5py.Dataset(id)[...] = data
        else:
            dataset = f.create_dataset("Cube/" + case["layout"], data.shape, dtype=data.dtype, **how)
            if not case.get("empty"):
                if case.get("part"):
                    dataset[:4] = data[:4]
                else:
                    dataset[...] = data
        f.create_dataset("Meta/inline_numbers", data=numpy.arange(100, 107), chunks=(2,), compression="gzip")
        f.create_dataset("Meta/live_mask", data=numpy.where(values[:, :, 0] < 0, 2, 1).astype("u1"), chunks=(3, 4), shuffle=True)
`;

interface Case {
  readonly name: string;
  readonly layout?: string;
  readonly libver?: string;
  readonly dtype?: string;
  readonly how?: Readonly<Record<string, unknown>>;
  readonly dcpl?: boolean;
  readonly empty?: boolean;
  readonly part?: boolean;
  readonly userblock?: number;
}

const CASES: readonly Case[] = [
  ...['<f4', '>f4', '<f8', '>f8', '<i2', '>i2', '<i4', '>i4', '<i8', '>i8', 'u1', 'i1', '<u2', '<u4', '>u8'].map(
    (dtype) => ({
      name: `elements of ${dtype}`,
      dtype,
      how: { chunks: [2, 4, 3], compression: 'lzf', shuffle: true, fletcher32: true },
    }),
  ),
  ...['ilines', 'hlines', 'xlines'].flatMap((layout) => [
    { name: `${layout} by itself chosen`, layout, how: { chunks: true, compression: 'gzip' } },
    { name: `${layout} in planes`, layout, how: { chunks: [1, 4, 11].map((n) => Math.min(n, 7)), compression: 'lzf' } },
  ]),
  { name: 'a single chunk', libver: 'latest', how: { chunks: [7, 9, 11] } },
  { name: 'a single chunk, compressed', libver: 'latest', how: { chunks: [7, 9, 11], compression: 'gzip' } },
  { name: 'an implicit index', libver: 'latest', dcpl: true, how: { chunks: [2, 4, 3] } },
  { name: 'a fixed array', libver: 'latest', how: { chunks: [2, 4, 3] } },
  {
    name: 'a fixed array, compressed',
    libver: 'latest',
    how: { chunks: [2, 4, 3], compression: 'lzf', fletcher32: true },
  },
  { name: 'a fixed array of a larger cube', libver: 'latest', how: { chunks: [2, 4, 3], maxshape: [9, 20, 30] } },
  { name: 'a fixed array of many pages', libver: 'latest', how: { chunks: [1, 1, 1], compression: 'gzip' } },
  { name: 'an extensible array', libver: 'latest', how: { chunks: [2, 4, 3], maxshape: [null, 9, 11] } },
  {
    name: 'an extensible array along another axis',
    libver: 'latest',
    how: { chunks: [2, 4, 3], maxshape: [7, null, 11] },
  },
  {
    name: 'an extensible array of many blocks',
    libver: 'latest',
    how: { chunks: [1, 1, 1], maxshape: [7, 9, null], compression: 'lzf' },
  },
  {
    name: 'an extensible array, last axis',
    libver: 'latest',
    how: { chunks: [1, 2, 1], maxshape: [7, 20, null], shuffle: true },
  },
  { name: 'a B-tree of version 2', libver: 'latest', how: { chunks: [2, 4, 3], maxshape: [null, null, 11] } },
  {
    name: 'a B-tree of version 2, deep',
    libver: 'latest',
    how: { chunks: [1, 1, 1], maxshape: [null, null, null], compression: 'gzip' },
  },
  { name: 'a B-tree of version 1, deep', how: { chunks: [1, 1, 1], maxshape: [null, null, null] } },
  { name: 'chunks behind a user block', userblock: 1024, how: { chunks: [2, 4, 3], compression: 'gzip' } },
  {
    name: 'a fixed array behind a user block',
    libver: 'latest',
    userblock: 512,
    how: { chunks: [2, 4, 3], compression: 'lzf' },
  },
];

const UNWRITTEN: readonly Case[] = [
  { name: 'chunks that were never written', how: { chunks: [2, 4, 3], fillvalue: -3 }, empty: true },
  { name: 'nothing ever written in one piece', how: { fillvalue: -3 }, empty: true },
  { name: 'big-endian elements never written', dtype: '>f8', how: { fillvalue: -3 }, empty: true },
  { name: 'a part written', how: { chunks: [2, 4, 3], compression: 'lzf', fillvalue: -3 }, part: true },
  { name: 'a part written, fixed array', libver: 'latest', how: { chunks: [2, 4, 3], fillvalue: -3 }, part: true },
  {
    name: 'a part written, extensible array',
    libver: 'latest',
    how: { chunks: [1, 1, 1], maxshape: [7, 9, null], fillvalue: -3 },
    part: true,
  },
];

describe.skipIf(python === null)(
  `chunks that h5py wrote${python === null ? ' (skipped: no Python with h5py)' : ''}`,
  () => {
    async function withFiles(cases: readonly Case[], use: (path: string, each: Case) => Promise<void>): Promise<void> {
      await withTemporaryFolder(async (folder) => {
        const specified = cases.map((each, i) => ({
          layout: 'ilines',
          libver: 'earliest',
          dtype: '<f4',
          how: {},
          ...each,
          path: join(folder, `${i}.h5`),
        }));
        await writeFile(join(folder, 'cases.json'), JSON.stringify(specified));
        execFileSync(python!, ['-c', SCRIPT, join(folder, 'cases.json')], { encoding: 'utf8' });
        for (const each of specified) await use(each.path, each);
      });
    }

    it.each(READER_CASES.filter(({ isAvailable }) => isAvailable))('are read by the $name', async ({ reader }) => {
      await withFiles(CASES, async (path, { name }) => {
        await expectPlanes(reader, path).catch((error: unknown) => {
          throw new Error(`${name}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
        });
        const cube = await openWith(reader, path);
        expect(cube.info.inline).toMatchObject({ first: 100, last: 106 });
        await cube.close();
      });
    });

    it.each(READER_CASES.filter(({ isAvailable }) => isAvailable))(
      'have the fill value elsewhere ($name)',
      async ({ reader }) => {
        await withFiles(UNWRITTEN, async (path, { name, part }) => {
          const expected = (i: number, x: number, s: number): number =>
            part === true && i < 4 ? valueAt(i, x, s) : -3;
          await expectPlanes(reader, path, expected).catch((error: unknown) => {
            throw new Error(`${name}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
          });
        });
      },
    );

    it('are refused, read, or told to be damaged, whatever is done to the file', async () => {
      await withFiles(
        CASES.filter((_, i) => i % 3 === 0),
        async (path, { name }) => {
          const whole = await readFile(path);
          const random = createRandom(name.length);
          for (let round = 0; round < 25; round += 1) {
            const bytes = Buffer.from(
              whole.subarray(0, random() < 0.2 ? Math.floor(random() * whole.length) : undefined),
            );
            for (let flips = 1 + Math.floor(random() * 20); flips > 0 && bytes.length > 0; flips -= 1) {
              bytes[Math.floor(random() * bytes.length)] = Math.floor(random() * 256);
            }
            await writeFile(path, bytes);
            for (const { reader, isAvailable } of READER_CASES) {
              if (!isAvailable) continue;
              const code = await readAll(reader, path).catch(
                (error: unknown) => (error as { fault?: { code: string } }).fault?.code ?? error,
              );
              expect([undefined, 'not-hdf5', 'choose-dataset', 'damaged']).toContain(code);
            }
          }
        },
      );
    });
  },
);

async function readAll(reader: NativeReader, path: string): Promise<void> {
  const cube = await openWith(reader, path);
  try {
    const { inline, samples } = cube.info;
    // A file may lie about its size; a row of each plane is enough then.
    const decimation = { rows: Math.max(1, inline!.count >> 3), columns: Math.max(1, samples.count >> 6) };
    await readPlane(cube, { orientation: 'crossline', index: crosslineIndex(0) }, decimation);
  } finally {
    await cube.close();
  }
}
