/** A layout in compressed chunks. Those of a slab lie together, behind a list of their sizes, from which a rerun goes on. */
import { crc32 } from 'node:zlib';
import type { ArrayWork } from '../../../native/array-work.ts';
import type { ChunkGather } from '../../../native/chunks/chunk-gather.ts';
import { packedChunkBytes } from '../../../native/chunks/pack-chunks.ts';
import type { OpenFile } from '../../../native/native-reader.ts';
import { chunkShape } from '../cube/chunk-shape.ts';
import { COMPRESSION_SKIPPED, filtersOf, type Compression } from '../cube/compression.ts';
import { layoutAxes, layoutShape, type CubeLayout, type CubeShape } from '../cube/cube-layouts.ts';
import { chunkFiltersOf } from '../source/chunk-filters-of.ts';
import { wholeChunks } from '../source/whole-chunks.ts';
import type { ChunkedLayout, StoredChunk } from '../write/hdf5-tree.ts';
import { SlabArranger } from './arrange-slab.ts';
import { ChunkPacker, type Extents } from './chunk-packer.ts';
import type { LayoutSink, StoredSlab } from './layout-sink.ts';
import type { PartialFile } from './partial-file.ts';
import { bytesOf, type Slab, type SlabRange } from './slab.ts';

const SIZE_BYTES = 4;
/** Read back at once. */
const READ_BYTES = 8 * 2 ** 20;

interface StoredBlock {
  /** Of each chunk, behind its first. */
  readonly offsets: Float64Array;
  readonly sizes: Uint32Array;
}

export interface ChunkedSinkOptions {
  /** All layouts that are stored: which planes are read from this one depends on them. */
  readonly layouts: readonly CubeLayout[];
  readonly compression: Compression;
  readonly slabInlines: number;
  readonly work: ArrayWork;
}

export class ChunkedSink implements LayoutSink {
  readonly layout: CubeLayout;
  readonly #file: PartialFile;
  readonly #shape: CubeShape;
  readonly #slabInlines: number;
  readonly #chunkShape: Extents;
  readonly #chunkBytes: number;
  readonly #filters: ChunkedLayout['filters'];
  readonly #packer: ChunkPacker;
  readonly #arranger: SlabArranger;
  /** By the number of the slab. */
  readonly #blocks: StoredBlock[] = [];

  constructor(file: PartialFile, shape: CubeShape, layout: CubeLayout, options: ChunkedSinkOptions) {
    const { layouts, compression, slabInlines, work } = options;
    this.layout = layout;
    this.#file = file;
    this.#shape = shape;
    this.#slabInlines = slabInlines;
    this.#chunkShape = chunkShape(layout, layouts, shape, slabInlines);
    this.#chunkBytes = packedChunkBytes({ chunkShape: this.#chunkShape });
    this.#filters = filtersOf(compression, this.#chunkBytes);
    this.#packer = new ChunkPacker(this.#chunkShape, compression, work);
    this.#arranger = new SlabArranger(layout, shape, work);
  }

  async write(slab: Slab): Promise<StoredSlab> {
    const samples = await this.#arranger.arrange(slab);
    const tableBytes = this.#chunkCount(slab) * SIZE_BYTES;
    const address = this.#file.take(tableBytes);
    let crc = 0;
    const sizes = await this.#packer.pack(samples, this.#slabShape(slab), async (chunks) => {
      const writing = this.#file.appendAll(chunks);
      // Meanwhile, on this thread.
      for (const chunk of chunks) crc = crc32(chunk, crc);
      await writing;
    });
    const table = littleEndian(sizes);
    await this.#file.write(table, address);
    this.#keep(slab, address, sizes);
    return { crc32: crc32(table, crc), address };
  }

  async isStored(range: SlabRange, { crc32: expected, address }: StoredSlab): Promise<boolean> {
    const table = new Uint8Array(this.#chunkCount(range) * SIZE_BYTES);
    if ((await this.#file.read(table, address)) < table.length) return false;
    const sizes = fromLittleEndian(table);
    if (sizes.some((size) => size > this.#chunkBytes)) return false;
    const bytes = sizes.reduce((sum, size) => sum + size, 0);
    const block = new Uint8Array(Math.min(READ_BYTES, bytes));
    let crc = 0;
    for (let done = 0; done < bytes;) {
      const part = block.subarray(0, Math.min(block.length, bytes - done));
      const read = await this.#file.read(part, address + table.length + done);
      if (read < part.length) return false;
      crc = crc32(part, crc);
      done += read;
    }
    if (crc32(table, crc) !== expected) return false;
    this.#keep(range, address, sizes);
    return true;
  }

  isWritten(range: SlabRange, stored: StoredSlab): Promise<boolean> {
    return this.isStored(range, stored);
  }

  async holds(slab: Slab, stored: StoredSlab, written: OpenFile): Promise<boolean> {
    if (!(await this.isStored(slab, stored))) return false;
    const samples = bytesOf(await this.#arranger.arrange(slab));
    const decoded = new Uint8Array(samples.length);
    await written.gatherChunks(this.#gatherOf(slab), decoded, null);
    return Buffer.compare(decoded, samples) === 0;
  }

  stored(): ChunkedLayout {
    const counts = layoutShape(this.layout, this.#shape).map((size, axis) => Math.ceil(size / this.#chunkShape[axis]!));
    const [, second, third] = counts as [number, number, number];
    return {
      kind: 'chunked',
      chunkShape: this.#chunkShape,
      filters: this.#filters,
      chunks: {
        count: counts.reduce((product, count) => product * count, 1),
        at: (index) =>
          this.#chunkAt([Math.floor(index / third / second), Math.floor(index / third) % second, index % third]),
      },
    };
  }

  /** @param place in chunks, along the dataset's axes */
  #chunkAt(place: Extents): StoredChunk {
    const axis = layoutAxes(this.layout).inline;
    const inSlab = this.#slabInlines / this.#chunkShape[axis]!;
    const slab = Math.floor(place[axis]! / inSlab);
    const inlines = Math.min(this.#slabInlines, this.#shape.inlines - slab * this.#slabInlines);
    const counts = this.#countsOf({ inlines });
    const index = place
      .map((at, each) => (each === axis ? at - slab * inSlab : at))
      .reduce((sum, at, each) => sum * counts[each]! + at, 0);
    const { offsets, sizes } = this.#blocks[slab]!;
    return {
      start: place.map((at, each) => at * this.#chunkShape[each]!),
      address: offsets[index]!,
      bytes: sizes[index]!,
      skippedFilters: this.#skipped(sizes[index]!),
    };
  }

  #skipped(size: number): number {
    return size === this.#chunkBytes ? COMPRESSION_SKIPPED : 0;
  }

  #slabShape({ inlines }: Pick<SlabRange, 'inlines'>): Extents {
    return layoutShape(this.layout, { ...this.#shape, inlines }) as unknown as Extents;
  }

  #countsOf(range: Pick<SlabRange, 'inlines'>): number[] {
    return this.#slabShape(range).map((size, axis) => Math.ceil(size / this.#chunkShape[axis]!));
  }

  #chunkCount(range: SlabRange): number {
    return this.#countsOf(range).reduce((product, count) => product * count, 1);
  }

  #keep({ firstInline }: SlabRange, address: number, sizes: Uint32Array): void {
    let end = address + sizes.length * SIZE_BYTES;
    const offsets = Float64Array.from(sizes, (size) => (end += size) - size);
    this.#file.reserve(end);
    this.#blocks[firstInline / this.#slabInlines] = { offsets, sizes };
  }

  #gatherOf(slab: Slab): ChunkGather {
    const { offsets, sizes } = this.#blocks[slab.firstInline / this.#slabInlines]!;
    const table = { offsets, bytes: sizes, skippedFilters: sizes.map((size) => this.#skipped(size)) };
    const filters = chunkFiltersOf(this.#filters, 4)!;
    const chunks = { chunkShape: this.#chunkShape, filters, fill: new Uint8Array(4), table };
    return wholeChunks(this.#slabShape(slab), chunks, 5, 'little');
  }
}

function littleEndian(sizes: Uint32Array): Uint8Array {
  const bytes = new Uint8Array(sizes.length * SIZE_BYTES);
  const view = new DataView(bytes.buffer);
  sizes.forEach((size, i) => view.setUint32(i * SIZE_BYTES, size, true));
  return bytes;
}

function fromLittleEndian(bytes: Uint8Array): Uint32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Uint32Array.from({ length: bytes.length / SIZE_BYTES }, (_, i) => view.getUint32(i * SIZE_BYTES, true));
}
