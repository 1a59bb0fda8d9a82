/** Compresses a slab's chunks, some megabytes at a time, on several threads. */
import { promisify } from 'node:util';
import { deflate } from 'node:zlib';
import type { ArrayWork } from '../../../native/array-work.ts';
import { packedChunkBytes } from '../../../native/chunks/pack-chunks.ts';
import type { Compression } from '../cube/compression.ts';

/** Packed before they are written: the next while these are. */
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
  readonly #packed: readonly [Uint8Array, Uint8Array];

  constructor(chunkShape: Extents, compression: Compression, work: ArrayWork) {
    this.#chunkShape = chunkShape;
    this.#compression = compression;
    this.#work = work;
    const chunkBytes = packedChunkBytes({ chunkShape });
    this.#batch = Math.max(1, Math.floor(BATCH_BYTES / chunkBytes));
    this.#packed = [new Uint8Array(this.#batch * chunkBytes), new Uint8Array(this.#batch * chunkBytes)];
  }

  /**
   * @param samples in C order of the dataset's axes
   * @param put gets some chunks, in C order of their places; the bytes hold until it settles
   * @returns how many bytes each has
   */
  async pack(
    samples: Float32Array,
    shape: Extents,
    put: (chunks: readonly Uint8Array[]) => Promise<void>,
  ): Promise<Uint32Array> {
    const count = shape.reduce((product, size, axis) => product * Math.ceil(size / this.#chunkShape[axis]!), 1);
    const sizes = new Uint32Array(count);
    let putting: Promise<void> = Promise.resolve();
    for (let firstChunk = 0, turn = 0; firstChunk < count; firstChunk += this.#batch, turn ^= 1) {
      const own = sizes.subarray(firstChunk, Math.min(count, firstChunk + this.#batch));
      const slots = await this.#packBatch(samples, shape, firstChunk, this.#packed[turn]!, own).catch(
        async (error: unknown) => {
          await putting.catch(() => undefined);
          throw error;
        },
      );
      await putting;
      putting = put(slots.map((slot, i) => slot.subarray(0, own[i])));
      putting.catch(() => undefined);
    }
    await putting;
    return sizes;
  }

  /** @returns a slot a chunk, of which `sizes` tells how much is used */
  async #packBatch(
    samples: Float32Array,
    shape: Extents,
    firstChunk: number,
    packed: Uint8Array,
    sizes: Uint32Array,
  ): Promise<readonly Uint8Array[]> {
    const compression = this.#compression.kind === 'lzf' ? 'lzf' : 'none';
    const packing = { shape, chunkShape: this.#chunkShape, firstChunk, chunks: sizes.length, compression } as const;
    await this.#work.packChunks(samples, packing, packed, sizes);
    const bytes = packedChunkBytes({ chunkShape: this.#chunkShape });
    const slots = Array.from(sizes, (_, i) => packed.subarray(i * bytes, (i + 1) * bytes));
    if (this.#compression.kind === 'gzip') await deflateSlots(slots, sizes, this.#compression.level);
    return slots;
  }
}

async function deflateSlots(slots: readonly Uint8Array[], sizes: Uint32Array, level: number): Promise<void> {
  let next = 0;
  const lane = async (): Promise<void> => {
    while (next < slots.length) {
      const index = next;
      next += 1;
      const slot = slots[index]!;
      const shorter = await deflateAsync(slot, { level });
      // What does not become shorter stays as it is.
      if (shorter.length >= slot.length) continue;
      slot.set(shorter);
      sizes[index] = shorter.length;
    }
  };
  await Promise.all(Array.from({ length: DEFLATE_LANES }, lane));
}
