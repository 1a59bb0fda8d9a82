/** Where slabs of a cube go: one sink a layout. */
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

/** Some neighbouring inlines, whole: [inlines, crosslines, samples] in C order. */
export interface Slab {
  readonly firstInline: number;
  readonly inlines: number;
  readonly samples: Float32Array;
}

export interface LayoutSink {
  readonly layout: CubeLayout;
  /** Settles when the slab lies in the file. The slab may be used again then. */
  write(slab: Slab): Promise<void>;
  /** Whether the slab lies in the file already, byte for byte. */
  has(slab: Slab): Promise<boolean>;
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

  async write(slab: Slab): Promise<void> {
    const { count, pieceOf } = await this.#pieces(slab);
    await this.#file.writeAll(count, pieceOf);
  }

  async has(slab: Slab): Promise<boolean> {
    const { count, pieceOf } = await this.#pieces(slab);
    for (let index = 0; index < count; index += 1) {
      const [bytes, address] = pieceOf(index);
      const stored = Buffer.alloc(bytes.length);
      if ((await this.#file.read(stored, address)) < bytes.length || !stored.equals(bytes)) return false;
    }
    return true;
  }

  async #pieces(slab: Slab): Promise<{
    readonly count: number;
    readonly pieceOf: (index: number) => readonly [bytes: Uint8Array, address: number];
  }> {
    const { crosslines, samples } = this.#shape;
    const { pieces, source } = await this.#arrange(slab);
    const bytes = ((slab.inlines * crosslines * samples) / pieces) * FLOAT_BYTES;
    const strides = layoutStrides(this.layout, this.#shape);
    const start = this.#address + slab.firstInline * strides.inline * FLOAT_BYTES;
    const step = (this.layout === 'hlines' ? strides.sample : strides.crossline) * FLOAT_BYTES;
    const pieceOf = (index: number): readonly [Uint8Array, number] => [
      new Uint8Array(source.buffer, source.byteOffset + index * bytes, bytes),
      start + (pieces === 1 ? 0 : index * step),
    ];
    return { count: pieces, pieceOf };
  }

  /** The slab in pieces that lie in one stretch of the dataset each. */
  async #arrange({
    inlines,
    samples: slab,
  }: Slab): Promise<{ readonly pieces: number; readonly source: Float32Array }> {
    const { crosslines, samples } = this.#shape;
    if (this.layout === 'ilines') return { pieces: 1, source: slab };
    if (this.#turned.length < slab.length) this.#turned = new Float32Array(slab.length);
    if (this.layout === 'hlines') {
      await this.#work.transpose(slab, inlines * crosslines, samples, this.#turned);
      return { pieces: samples, source: this.#turned };
    }
    for (let inline = 0, from = 0; inline < inlines; inline += 1) {
      for (let crossline = 0; crossline < crosslines; crossline += 1, from += samples) {
        this.#turned.set(slab.subarray(from, from + samples), (crossline * inlines + inline) * samples);
      }
    }
    return { pieces: crosslines, source: this.#turned };
  }
}
