/** A layout in one piece. */
import { crc32 } from 'node:zlib';
import type { OpenFile } from '../../../native/native-reader.ts';
import { createRowWriter, type RowPlaces } from '../../../native/row-writer.ts';
import type { ArrayWork } from '../../../native/array-work.ts';
import { cubeElements, FLOAT_BYTES, layoutStrides, type CubeLayout, type CubeShape } from '../cube/cube-layouts.ts';
import type { ContiguousLayout } from '../write/hdf5-tree.ts';
import { SlabArranger } from './arrange-slab.ts';
import type { LayoutSink, StoredSlab } from './layout-sink.ts';
import type { PartialFile } from './partial-file.ts';
import { bytesOf, type Slab, type SlabRange } from './slab.ts';

/** Samples begin at a page, so that they can be mapped by themselves. */
const PAGE_BYTES = 4096;

export class ContiguousSink implements LayoutSink {
  readonly layout: CubeLayout;
  readonly #file: PartialFile;
  readonly #shape: CubeShape;
  readonly #address: number;
  readonly #arranger: SlabArranger;
  readonly #writer = createRowWriter();
  /** Buffers of slabs that were read back, one for each that is at the same time. */
  readonly #readBack: Float32Array<ArrayBuffer>[] = [];

  /** Takes the room for all samples at once. */
  constructor(file: PartialFile, shape: CubeShape, layout: CubeLayout, work: ArrayWork) {
    this.layout = layout;
    this.#file = file;
    this.#shape = shape;
    this.#address = file.take(cubeElements(shape) * FLOAT_BYTES, PAGE_BYTES);
    this.#arranger = new SlabArranger(layout, shape, work);
  }

  stored(): ContiguousLayout {
    return { kind: 'contiguous', address: this.#address };
  }

  async write(slab: Slab): Promise<StoredSlab> {
    const arranged = await this.#arranger.arrange(slab);
    const writing = this.#file.writeRows(bytesOf(arranged), this.#places(slab), this.#writer);
    // Meanwhile, on this thread.
    const checksum = checksumOf(arranged, slab);
    await writing;
    return { crc32: checksum, address: 0 };
  }

  async isStored(range: SlabRange, stored: StoredSlab): Promise<boolean> {
    const { rows, rowBytes, offset, strideBytes } = this.#places(range);
    const piece = new Uint8Array(rowBytes);
    let crc = 0;
    for (let row = 0; row < rows; row += 1) {
      const read = await this.#file.read(piece, offset + row * strideBytes);
      crc = crc32(piece.subarray(0, read), crc);
    }
    return crc === stored.crc32;
  }

  async isWritten(range: SlabRange, stored: StoredSlab, written: OpenFile): Promise<boolean> {
    const { rows, rowBytes, offset, strideBytes } = this.#places(range);
    const columns = rowBytes / FLOAT_BYTES;
    const layout = { format: 5, byteOrder: 'little', columnStrideBytes: FLOAT_BYTES } as const;
    const samples = this.#readBack.pop() ?? new Float32Array(rows * columns);
    const whole = samples.length < rows * columns ? new Float32Array(rows * columns) : samples;
    const used = whole.subarray(0, rows * columns);
    await written.gatherGrid({ ...layout, offset, rows, rowStrideBytes: strideBytes, columns }, used, null);
    const isSame = crc32(bytesOf(used)) === stored.crc32;
    this.#readBack.push(whole);
    return isSame;
  }

  async holds(slab: Slab, stored: StoredSlab, written: OpenFile): Promise<boolean> {
    const isAsArranged = checksumOf(await this.#arranger.arrange(slab), slab) === stored.crc32;
    return isAsArranged && (await this.isWritten(slab, stored, written));
  }

  /** The stretches of the dataset in which the slab lies. */
  #places({ firstInline, inlines }: SlabRange): RowPlaces {
    const { crosslines, samples } = this.#shape;
    const rows = this.layout === 'ilines' ? 1 : this.layout === 'hlines' ? samples : crosslines;
    const strides = layoutStrides(this.layout, this.#shape);
    return {
      rows,
      rowBytes: ((inlines * crosslines * samples) / rows) * FLOAT_BYTES,
      offset: this.#address + firstInline * strides.inline * FLOAT_BYTES,
      strideBytes: (this.layout === 'hlines' ? strides.sample : strides.crossline) * FLOAT_BYTES,
    };
  }
}

const checksumOf = (arranged: Float32Array, slab: Slab): number =>
  arranged === slab.samples ? slab.crc32 : crc32(bytesOf(arranged));
