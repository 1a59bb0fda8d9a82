/** Files in chunks as h5py writes them: of every index, filter and element type, and such of which parts were never written. */
import { execFileSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findPython } from '../../../bench/harness/peer-python.ts';
import { withTemporaryFolder } from '../../segy/test-segy-builder.ts';

/** Null where there is no Python with h5py. */
export const { python } = await findPython(['h5py', 'numpy'], process.env);

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

export interface ChunkedCase {
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

export const CASES: readonly ChunkedCase[] = [
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

export const UNWRITTEN: readonly ChunkedCase[] = [
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

/** Each case's file in turn. */
export async function withFiles(
  cases: readonly ChunkedCase[],
  use: (path: string, each: ChunkedCase) => Promise<void>,
): Promise<void> {
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
