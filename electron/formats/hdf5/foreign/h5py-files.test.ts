/** Every way of storing numbers that h5py writes, value by value as h5py reads them. */
import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findPython } from '../../../bench/harness/peer-python.ts';
import { withTemporaryFolder } from '../../segy/test-segy-builder.ts';
import { allSamples, openForeign, outlineForeign } from './foreign-fixture.ts';

const { python } = await findPython(['h5py', 'numpy'], process.env);

/** The datasets of `all.h5`, and what of the file's own reads them. */
const DATASETS = [
  ['f4_big', 'mapped'],
  ['f8_little', 'mapped'],
  ['f8_big', 'mapped'],
  ['i1', 'mapped'],
  ['u2_big', 'mapped'],
  ['i4', 'mapped'],
  ['i8_big', 'mapped'],
  ['half', 'decoded'],
  ['half_big', 'decoded'],
  ['unwritten', 'chunked'],
  ['gzip', 'chunked'],
  ['nbit', 'decoded'],
  ['scale_offset', 'decoded'],
  ['virtual', 'decoded'],
  ['external', 'decoded'],
  ['inside/dense/deep', 'mapped'],
  ['compact', 'decoded'],
] as const;

const SCRIPT = `
import h5py, numpy as np, os, sys
from h5py import h5d, h5p, h5s, h5t, h5z
folder = sys.argv[1]
os.chdir(folder)
shape = (5, 6, 9)
data = np.random.default_rng(3).integers(-100, 100, size=shape)

def low(f, name, kind, setup):
    plist = h5p.create(h5p.DATASET_CREATE)
    setup(plist)
    space = h5s.create_simple(shape)
    h5d.create(f.id, name.encode(), kind, space, plist).write(h5s.ALL, h5s.ALL, data.astype("i4"))

for name, options in {"all.h5": {}, "latest.h5": {"libver": "latest"}, "behind.h5": {"userblock_size": 1024}}.items():
    with h5py.File(name, "w", **options) as f:
        f["f4_big"] = (data / 8).astype(">f4")
        f["f8_little"] = (data / 8).astype("<f8")
        f["f8_big"] = (data / 8).astype(">f8")
        f["i1"] = data.astype("i1")
        f["u2_big"] = (data + 100).astype(">u2")
        f["i4"] = (data * 10**7).astype("<i4")
        f["i8_big"] = (data * 10**7).astype(">i8")
        f["half"] = (data / 8).astype("<f2")
        f["half_big"] = (data / 8).astype(">f2")
        f.create_dataset("unwritten", shape, ">f8", fillvalue=3.5)
        f.create_dataset("gzip", data=data.astype("f4"), chunks=(2, 3, 4), compression="gzip", shuffle=True)
        kind = h5t.STD_I32LE.copy()
        kind.set_precision(20)
        low(f, "nbit", kind, lambda plist: (plist.set_chunk((2, 3, 4)), plist.set_filter(h5z.FILTER_NBIT, 0, ())))
        f.create_dataset("scale_offset", data=data.astype("i4"), chunks=(2, 3, 4), scaleoffset=0)
        low(f, "compact", h5t.STD_I32LE, lambda plist: plist.set_layout(h5d.COMPACT))
        low(f, "external", h5t.STD_I32BE, lambda plist: plist.set_external((name + ".raw").encode(), 0, data.size * 4))
        layout = h5py.VirtualLayout(shape=shape, dtype="f4")
        with h5py.File(name + ".part", "w") as part:
            part["d"] = data.astype("f4")
        layout[:3] = h5py.VirtualSource(name + ".part", "d", shape=shape)[:3]
        f.create_virtual_dataset("virtual", layout, fillvalue=-1)
        dense = f.create_group("inside").create_group("dense", track_order=True)
        for i in range(30):
            dense.create_group(f"g{i}")
        dense["deep"] = data.astype("f4")
        many = dense["deep"].attrs
        for i in range(30):
            many[f"a{i}"] = i
        dense["circle"] = f["inside"]
        f["outside"] = h5py.ExternalLink("/etc/passwd", "/d")
        f["soft"] = h5py.SoftLink("/gzip")
        f.create_dataset("words", data=np.array([b"a", b"b"]))
    with h5py.File(name, "r") as f:
        for each in sys.argv[2:]:
            f[each][...].astype("<f4").tofile(name + "." + each.replace("/", "_"))
`;

async function withFiles(use: (folder: string) => Promise<void>): Promise<void> {
  await withTemporaryFolder(async (folder) => {
    execFileSync(python!, ['-c', SCRIPT, folder, ...DATASETS.map(([name]) => name)], { encoding: 'utf8' });
    await use(folder);
  });
}

describe.skipIf(python === null)(`files of h5py${python === null ? ' (skipped: no Python with h5py)' : ''}`, () => {
  it('are read value by value, whatever is their type, storage, filter and place', async () => {
    await withFiles(async (folder) => {
      for (const file of ['all.h5', 'latest.h5', 'behind.h5']) {
        for (const [name, way] of DATASETS) {
          const expected = new Float32Array(
            (await readFile(join(folder, `${file}.${name.replaceAll('/', '_')}`))).buffer,
          );
          const cube = await openForeign(join(folder, file), { dataset: `/${name}` });
          try {
            const decoded = cube.info.findings.some(({ code }) => code === 'decoded-by-library');
            expect(decoded, `${file} ${name}`).toBe(way === 'decoded');
            for (const samples of await allSamples(cube)) expect(samples, `${file} ${name}`).toEqual(expected);
          } finally {
            await cube.close();
          }
        }
      }
    });
  }, 60_000);

  it('tells exact values of decoded samples', async () => {
    await withFiles(async (folder) => {
      for (const [name, inline, crossline] of [
        ['nbit', 2, 3],
        ['half', 1, 5],
        ['scale_offset', 4, 0],
      ] as const) {
        const cube = await openForeign(join(folder, 'all.h5'), { dataset: `/${name}` });
        const expected = new Float32Array((await readFile(join(folder, `all.h5.${name}`))).buffer);
        const told = await cube.readExactSample(
          { inline, crossline, sample: 7 } as never,
          new AbortController().signal,
        );
        expect(Number(told)).toBe(expected[(inline * 6 + crossline) * 9 + 7]);
        await cube.close();
      }
    });
  });

  it('are listed with all that they hold, and links are named, not followed', async () => {
    await withFiles(async (folder) => {
      for (const file of ['all.h5', 'latest.h5', 'behind.h5']) {
        const { nodes, isCut } = await outlineForeign(join(folder, file));
        const at = (path: string) => nodes.find((node) => node.path === path)!;
        expect(isCut).toBe(false);
        expect(at('/f8_big').dataset).toMatchObject({
          shape: [5, 6, 9],
          type: 'float64, big-endian',
          storage: 'contiguous',
        });
        expect(at('/gzip').dataset).toMatchObject({ chunkShape: [2, 3, 4], filters: ['shuffle', 'gzip 4'] });
        expect(at('/nbit').dataset).toMatchObject({ type: 'int20 in 32 bits, little-endian', filters: ['nbit'] });
        expect(at('/unwritten').dataset).toMatchObject({ fill: 3.5 });
        expect(at('/outside')).toMatchObject({ kind: 'link', target: '/etc/passwd:/d' });
        expect(at('/soft')).toMatchObject({ kind: 'link', target: '/gzip' });
        expect(at('/inside/dense/circle')).toMatchObject({ kind: 'link', target: '/inside' });
        expect(at('/inside/dense/deep').attributes).toHaveLength(30);
        expect(at('/words').dataset).toMatchObject({ isNumeric: false, type: 'text of 1 bytes' });
      }
    });
  });

  it('show nothing of files outside their folder', async () => {
    await withTemporaryFolder(async (folder) => {
      const script = `
import h5py, numpy as np, os, sys
inner = os.path.join(sys.argv[1], "inner")
os.mkdir(inner)
secret = os.path.join(sys.argv[1], "secret.bin")
np.full((2, 3, 4), 42, "f4").tofile(secret)
with h5py.File(os.path.join(sys.argv[1], "secret.h5"), "w") as f:
    f["d"] = np.full((2, 3, 4), 42, "f4")
with h5py.File(os.path.join(inner, "a.h5"), "w") as f:
    plist = h5py.h5p.create(h5py.h5p.DATASET_CREATE)
    plist.set_external(secret.encode(), 0, 96)
    h5py.h5d.create(f.id, b"external", h5py.h5t.IEEE_F32LE, h5py.h5s.create_simple((2, 3, 4)), plist)
    layout = h5py.VirtualLayout(shape=(2, 3, 4), dtype="f4")
    layout[:] = h5py.VirtualSource(os.path.join(sys.argv[1], "secret.h5"), "d", shape=(2, 3, 4))
    f.create_virtual_dataset("virtual", layout, fillvalue=-1)
`;
      execFileSync(python!, ['-c', script, folder], { encoding: 'utf8' });
      const path = join(folder, 'inner', 'a.h5');
      const external = await openForeign(path, { dataset: '/external' });
      await expect(allSamples(external)).rejects.toMatchObject({ fault: { code: 'damaged' } });
      await external.close();
      const virtual = await openForeign(path, { dataset: '/virtual' });
      expect((await allSamples(virtual))[0]!.every((value) => value === -1)).toBe(true);
      await virtual.close();
    });
  });
});
