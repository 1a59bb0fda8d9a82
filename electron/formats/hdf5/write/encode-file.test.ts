/** Files of our own writer, read by HDF5's library itself (h5wasm is that library) and by our own reader. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import * as h5 from 'h5wasm/node';
import { createReader } from '../../../native/open-reader.ts';
import { withTemporaryFolder } from '../../segy/test-segy-builder.ts';
import { readTree, type StoredNode } from '../read/read-tree.ts';
import { arrayAttribute, numberAttribute, textAttribute } from './attributes.ts';
import { encodeFile, SUPERBLOCK_BYTES } from './encode-file.ts';
import type { Hdf5Dataset, Hdf5Group, StoredChunk } from './hdf5-tree.ts';
import { lookup3 } from './lookup3.ts';

beforeAll(async () => {
  await h5.ready;
});

const group = (children: Hdf5Group['children'], attributes: Hdf5Group['attributes'] = {}): Hdf5Group => ({
  kind: 'group',
  attributes,
  children,
});

/** Writes the pieces behind one another, then the metadata; gives what both readers say. */
async function written<T>(
  pieces: readonly Uint8Array[],
  treeOf: (addresses: readonly number[]) => Hdf5Group,
  use: (file: h5.File, nodes: ReadonlyMap<string, StoredNode>) => T,
): Promise<T> {
  return await withTemporaryFolder(async (folder) => {
    const addresses: number[] = [];
    let end = SUPERBLOCK_BYTES;
    for (const piece of pieces) {
      addresses.push(end);
      end += piece.length;
    }
    const { superblock, metadata } = encodeFile(treeOf(addresses), end);
    const path = join(folder, 'test.h5');
    await writeFile(path, Buffer.concat([superblock, ...pieces, metadata]));
    const open = await createReader().openFile(path);
    const nodes = new Map((await readTree(open)).map((node) => [node.path, node]));
    await open.close();
    const file = new h5.File(path, 'r');
    try {
      return use(file, nodes);
    } finally {
      file.close();
    }
  });
}

const datasetOf = (file: h5.File, path: string): h5.Dataset => {
  const found = file.get(path);
  if (!(found instanceof h5.Dataset)) throw new Error(`no dataset ${path}`);
  return found;
};

const bytesOf = (values: Float32Array | Int32Array | Float64Array | Int16Array): Uint8Array =>
  new Uint8Array(values.buffer);

describe('contiguous datasets', () => {
  const ARRAYS = [
    ['float32', Float32Array.of(1.5, -2, 3e38, NaN, 0, 6)],
    ['float64', Float64Array.of(1.5, -2, 3e300, -0, 0, 6)],
    ['int32', Int32Array.of(1, -2, 2 ** 31 - 1, -(2 ** 31), 0, 6)],
    ['int16', Int16Array.of(1, -2, 32767, -32768, 0, 6)],
  ] as const;

  it.each(ARRAYS)('of %s are read as they were written', async (type, values) => {
    await written(
      [bytesOf(values)],
      ([address]) =>
        group({
          data: {
            kind: 'dataset',
            type,
            shape: [2, 3],
            layout: { kind: 'contiguous', address: address! },
            attributes: {},
          },
        }),
      (file, nodes) => {
        expect(datasetOf(file, 'data').shape).toEqual([2, 3]);
        expect(datasetOf(file, 'data').value).toEqual(values);
        expect(nodes.get('data')?.dataset).toMatchObject({
          shape: [2, 3],
          layout: { kind: 'contiguous', address: 48 },
        });
      },
    );
  });
});

describe('attributes', () => {
  it('are texts of any length and script, numbers and arrays', async () => {
    const attributes = {
      empty: textAttribute(''),
      text: textAttribute('Übersicht 測量'),
      long: textAttribute('x'.repeat(70_000)),
      number: numberAttribute(-1.25),
      counts: arrayAttribute(Uint32Array.of(1, 2, 4_000_000_000)),
    };
    await written(
      [],
      () => group({ inner: group({}, attributes) }),
      (file, nodes) => {
        const inner = file.get('inner') as h5.Group;
        expect(inner.attrs['text']?.value).toBe('Übersicht 測量');
        expect(inner.attrs['empty']?.value).toBe('');
        expect(inner.attrs['number']?.value).toBe(-1.25);
        expect(inner.attrs['counts']?.value).toEqual(Uint32Array.of(1, 2, 4_000_000_000));
        expect(nodes.get('inner')?.attributes).toEqual({
          empty: '',
          text: 'Übersicht 測量',
          long: 'x'.repeat(70_000),
          number: -1.25,
          counts: [1, 2, 4_000_000_000],
        });
      },
    );
  });
});

describe('chunked datasets', () => {
  const PLANE = 6;

  /** Planes of a value each, of which one chunk holds one. */
  function planes(count: number, store: (plane: Float32Array) => Uint8Array): Uint8Array[] {
    return Array.from({ length: count }, (_, index) => store(new Float32Array(PLANE).fill(index)));
  }

  const chunked = (
    pieces: readonly Uint8Array[],
    addresses: readonly number[],
    filters: readonly { id: number; name: string; parameters: readonly number[] }[],
  ): Hdf5Dataset => ({
    kind: 'dataset',
    type: 'float32',
    shape: [pieces.length, 2, 3],
    layout: {
      kind: 'chunked',
      chunkShape: [1, 2, 3],
      filters,
      chunks: {
        count: pieces.length,
        at: (index): StoredChunk => ({
          start: [index, 0, 0],
          address: addresses[index]!,
          bytes: pieces[index]!.length,
          skippedFilters: 0,
        }),
      },
    },
    attributes: {},
  });

  // One node, two nodes under a root, and more than a root of nodes holds.
  it.each([1, 64, 65, 5000])('of %s chunks are found chunk by chunk', async (count) => {
    const pieces = planes(count, bytesOf);
    await written(
      pieces,
      (addresses) => group({ data: chunked(pieces, addresses, []) }),
      (file) => {
        const data = datasetOf(file, 'data');
        for (const index of new Set([0, count >> 1, count - 1])) {
          expect(data.slice([[index, index + 1]])).toEqual(new Float32Array(PLANE).fill(index));
        }
      },
    );
  });

  it('go through their filters', async () => {
    const pieces = planes(3, (plane) => deflateSync(bytesOf(plane)));
    await written(
      pieces,
      (addresses) => group({ data: chunked(pieces, addresses, [{ id: 1, name: 'deflate', parameters: [6] }]) }),
      (file, nodes) => {
        expect(datasetOf(file, 'data').value).toEqual(Float32Array.from({ length: 18 }, (_, i) => Math.floor(i / 6)));
        expect(nodes.get('data')?.dataset?.filters).toEqual([{ id: 1, parameters: [6] }]);
      },
    );
  });
});

it('hashes as lookup3 does, whatever the length', () => {
  // Jenkins' own examples: the empty input, and "Four score and seven years ago" with initial value 0.
  expect(lookup3(new Uint8Array(0))).toBe(0xdeadbeef);
  expect(lookup3(new TextEncoder().encode('Four score and seven years ago'))).toBe(0x17770551);
  const hashes = Array.from({ length: 40 }, (_, length) => lookup3(new Uint8Array(length).fill(1)));
  expect(new Set(hashes).size).toBe(40);
});
