/** Where slabs of a cube go: one sink a layout. */
import { crc32 } from 'node:zlib';
import type { ChunkedLayout, ContiguousLayout } from '../write/hdf5-tree.ts';
import {
  CUBE_LAYOUTS,
  cubeElements,
  FLOAT_BYTES,
  layoutStrides,
  type CubeLayout,
  type CubeShape,
} from '../cube/cube-layouts.ts';
import type { ArrayWork } from '../../../native/array-work.ts';
import type { PartialFile } from './partial-file.ts';

/** Some neighbouring inlines, whole. */
export interface SlabRange {
  readonly firstInline: number;
  readonly inlines: number;
}

export interface Slab extends SlabRange {
  /** [inlines, crosslines, samples] in C order. */
  readonly samples: Float32Array;
}

export interface LayoutSink {
  readonly layout: CubeLayout;
  /** @returns its CRC-32, once it lies in the file and the slab may be used again */
  write(slab: Slab): Promise<number>;
  /** CRC-32 of what lies in the file. */
  checksum(range: SlabRange): Promise<number>;
  stored(): ContiguousLayout | ChunkedLayout;
}

/** Samples begin at a page, so that they can be mapped by themselves. */
const PAGE_BYTES = 4096;

export function createContiguousSinks(
  file: PartialFile,
  shape: CubeShape,
  layouts: readonly CubeLayout[],
  work: ArrayWork,
): LayoutSink[] {
  const bytes = cubeElements(shape) * FLOAT_BYTES;
  return CUBE_LAYOUTS.filter((layout) => layouts.includes(layout)).map(
    (layout) => new ContiguousSink(file, shape, layout, file.take(bytes, PAGE_BYTES), work),
  );
}

class ContiguousSink implements LayoutSink {
  readonly layout: CubeLayout;
  readonly #file: PartialFile;
  readonly #shape: CubeShape;
  readonly #address: number;
  readonly #work: ArrayWork;
  #turned = new Float32Array(0);

  constructor(file: PartialFile, shape: CubeShape, layout: CubeLayout, address: number, work: ArrayWork) {
    this.layout = layout;
    this.#file = file;
    this.#shape = shape;
    this.#address = address;
    this.#work = work;
  }

  stored(): ContiguousLayout {
    return { kind: 'contiguous', address: this.#address };
  }

  async write(slab: Slab): Promise<number> {
    const source = await this.#arrange(slab);
    const { count, bytes, addressOf } = this.#pieces(slab);
    await this.#file.writeAll(count, (index) => [
      source.subarray(index * bytes, (index + 1) * bytes),
      addressOf(index),
    ]);
    return crc32(source);
  }

  async checksum(range: SlabRange): Promise<number> {
    const { count, bytes, addressOf } = this.#pieces(range);
    const stored = new Uint8Array(bytes);
    let crc = 0;
    for (let index = 0; index < count; index += 1) {
      const read = await this.#file.read(stored, addressOf(index));
      crc = crc32(stored.subarray(0, read), crc);
    }
    return crc;
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

  /** The slab's bytes, those of each stretch together. */
  async #arrange({ inlines, samples: slab }: Slab): Promise<Uint8Array> {
    const { crosslines, samples } = this.#shape;
    if (this.layout === 'ilines') return bytesOf(slab);
    if (this.#turned.length < slab.length) this.#turned = new Float32Array(slab.length);
    const turned = this.#turned.subarray(0, slab.length);
    if (this.layout === 'hlines') {
      await this.#work.transpose(slab, inlines * crosslines, samples, turned);
      return bytesOf(turned);
    }
    for (let inline = 0, from = 0; inline < inlines; inline += 1) {
      for (let crossline = 0; crossline < crosslines; crossline += 1, from += samples) {
        turned.set(slab.subarray(from, from + samples), (crossline * inlines + inline) * samples);
      }
    }
    return bytesOf(turned);
  }
}

const bytesOf = (values: Float32Array): Uint8Array =>
  new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
