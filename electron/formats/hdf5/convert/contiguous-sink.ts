/** A layout in one piece. */
import { crc32 } from 'node:zlib';
import type { ArrayWork } from '../../../native/array-work.ts';
import { cubeElements, FLOAT_BYTES, layoutStrides, type CubeLayout, type CubeShape } from '../cube/cube-layouts.ts';
import type { ContiguousLayout } from '../write/hdf5-tree.ts';
import { bytesOf, SlabArranger } from './arrange-slab.ts';
import type { LayoutSink, Slab, SlabRange, StoredSlab } from './layout-sink.ts';
import type { PartialFile } from './partial-file.ts';

/** Samples begin at a page, so that they can be mapped by themselves. */
const PAGE_BYTES = 4096;

export class ContiguousSink implements LayoutSink {
  readonly layout: CubeLayout;
  readonly #file: PartialFile;
  readonly #shape: CubeShape;
  readonly #address: number;
  readonly #arranger: SlabArranger;

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
    const source = bytesOf(await this.#arranger.arrange(slab));
    const { count, bytes, addressOf } = this.#pieces(slab);
    await this.#file.writeAll(count, (index) => [
      source.subarray(index * bytes, (index + 1) * bytes),
      addressOf(index),
    ]);
    return { crc32: crc32(source), address: 0 };
  }

  async isStored(range: SlabRange, stored: StoredSlab): Promise<boolean> {
    const { count, bytes, addressOf } = this.#pieces(range);
    const piece = new Uint8Array(bytes);
    let crc = 0;
    for (let index = 0; index < count; index += 1) {
      const read = await this.#file.read(piece, addressOf(index));
      crc = crc32(piece.subarray(0, read), crc);
    }
    return crc === stored.crc32;
  }

  async holds(slab: Slab, stored: StoredSlab): Promise<boolean> {
    const isAsArranged = crc32(bytesOf(await this.#arranger.arrange(slab))) === stored.crc32;
    return isAsArranged && (await this.isStored(slab, stored));
  }

  /** The stretches of the dataset in which the slab lies, all of one length. */
  #pieces({ firstInline, inlines }: SlabRange): {
    readonly count: number;
    readonly bytes: number;
    readonly addressOf: (index: number) => number;
  } {
    const { crosslines, samples } = this.#shape;
    const count = this.layout === 'ilines' ? 1 : this.layout === 'hlines' ? samples : crosslines;
    const strides = layoutStrides(this.layout, this.#shape);
    const start = this.#address + firstInline * strides.inline * FLOAT_BYTES;
    const step = (this.layout === 'hlines' ? strides.sample : strides.crossline) * FLOAT_BYTES;
    const bytes = ((inlines * crosslines * samples) / count) * FLOAT_BYTES;
    return { count, bytes, addressOf: (index) => start + (count === 1 ? 0 : index * step) };
  }
}
