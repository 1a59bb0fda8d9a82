/** Compresses a slab's chunks, some megabytes at a time, on several threads. */
import { promisify } from 'node:util';
import { deflate } from 'node:zlib';
import type { ArrayWork } from '../../../native/array-work.ts';
import { packedChunkBytes } from '../../../native/chunks/pack-chunks.ts';
import type { Compression } from '../cube/compression.ts';

/** Packed before they are written. */
const BATCH_BYTES = 16 * 2 ** 20;
/** Node's zlib runs on libuv's four threads. */
const DEFLATE_LANES = 4;

const deflateAsync = promisify<Uint8Array, { level: number }, Buffer>(deflate);

export type Extents = readonly [number, number, number];

export class ChunkPacker {
  readonly #chunkShape: Extents;
  readonly #compression: Compression;
  readonly #work: ArrayWork;
  readonly #batch: number;
  readonly #packed: Uint8Array;

  constructor(chunkShape: Extents, compression: Compression, work: ArrayWork) {
    this.#chunkShape = chunkShape;
    this.#compression = compression;
    this.#work = work;
    const chunkBytes = packedChunkBytes({ chunkShape });
    this.#batch = Math.max(1, Math.floor(BATCH_BYTES / chunkBytes));
    this.#packed = new Uint8Array(this.#batch * chunkBytes);
  }

  /**
   * @param samples in C order of the dataset's axes
   * @param put gets some chunks side by side, in C order of their places; the bytes hold until it settles
   * @returns how many bytes each has
   */
  async pack(samples: Float32Array, shape: Extents, put: (bytes: Uint8Array) => Promise<void>): Promise<Uint32Array> {
    const count = shape.reduce((product, size, axis) => product * Math.ceil(size / this.#chunkShape[axis]!), 1);
    const sizes = new Uint32Array(count);
    for (let firstChunk = 0; firstChunk < count; firstChunk += this.#batch) {
      const chunks = Math.min(this.#batch, count - firstChunk);
      const own = sizes.subarray(firstChunk, firstChunk + chunks);
      const compression = this.#compression.kind === 'lzf' ? 'lzf' : 'none';
      const packing = { shape, chunkShape: this.#chunkShape, firstChunk, chunks, compression } as const;
      await this.#work.packChunks(samples, packing, this.#packed, own);
      if (this.#compression.kind === 'gzip') await this.#deflate(own, this.#compression.level);
      await put(this.#together(own));
    }
    return sizes;
  }

  async #deflate(sizes: Uint32Array, level: number): Promise<void> {
    const bytes = packedChunkBytes({ chunkShape: this.#chunkShape });
    let next = 0;
    const lane = async (): Promise<void> => {
      while (next < sizes.length) {
        const index = next;
        next += 1;
        const slot = this.#packed.subarray(index * bytes, (index + 1) * bytes);
        const shorter = await deflateAsync(slot, { level });
        // What does not become shorter stays as it is.
        if (shorter.length >= bytes) continue;
        slot.set(shorter);
        sizes[index] = shorter.length;
      }
    };
    await Promise.all(Array.from({ length: DEFLATE_LANES }, lane));
  }

  #together(sizes: Uint32Array): Uint8Array {
    const bytes = packedChunkBytes({ chunkShape: this.#chunkShape });
    let end = 0;
    for (let i = 0; i < sizes.length; i += 1) {
      this.#packed.copyWithin(end, i * bytes, i * bytes + sizes[i]!);
      end += sizes[i]!;
    }
    return this.#packed.subarray(0, end);
  }
}
