/** Samples cut into chunks, as HDF5 stores them: what is asked of `ArrayWork`, and its plain TypeScript form. */
import { compressLzf } from './lzf.ts';
import { shuffle } from './undo-filters.ts';

export interface ChunkPacking {
  /** Of the samples, axes slowest first. */
  readonly shape: readonly [number, number, number];
  readonly chunkShape: readonly [number, number, number];
  /** In C order of their places. */
  readonly firstChunk: number;
  readonly chunks: number;
  /** Shuffled only, or LZF behind it where that makes them shorter. */
  readonly compression: 'none' | 'lzf';
}

const FLOAT_BYTES = 4;

export const packedChunkBytes = ({ chunkShape }: Pick<ChunkPacking, 'chunkShape'>): number =>
  chunkShape.reduce((product, size) => product * size, FLOAT_BYTES);

/** @throws RangeError */
export function checkPacking(from: Float32Array, packing: ChunkPacking, into: Uint8Array, sizes: Uint32Array): void {
  const { shape, chunkShape, firstChunk, chunks } = packing;
  const all = shape.reduce((product, size, axis) => product * Math.ceil(size / chunkShape[axis]!), 1);
  const isInside =
    [...shape, ...chunkShape, firstChunk, chunks].every((value) => Number.isSafeInteger(value) && value >= 0) &&
    chunkShape.every((size) => size > 0) &&
    firstChunk + chunks <= all &&
    shape.reduce((product, size) => product * size, 1) <= from.length &&
    chunks * packedChunkBytes(packing) <= into.length &&
    chunks <= sizes.length;
  if (!isInside) throw new RangeError(`${chunks} chunks of ${chunkShape.join(' x ')} from ${firstChunk} on do not fit`);
}

/** Chunk i goes to byte i * its full size of `into`, and how many bytes it has to `sizes[i]`. */
export function packChunks(from: Float32Array, packing: ChunkPacking, into: Uint8Array, sizes: Uint32Array): void {
  const bytes = packedChunkBytes(packing);
  for (let i = 0; i < packing.chunks; i += 1) {
    const cut = cutOut(from, packing, packing.firstChunk + i);
    const shuffled = shuffle(new Uint8Array(cut.buffer), FLOAT_BYTES);
    const stored = packing.compression === 'lzf' ? (compressLzf(shuffled) ?? shuffled) : shuffled;
    into.set(stored, i * bytes);
    sizes[i] = stored.length;
  }
}

/** What of the chunk reaches beyond the samples is 0. */
function cutOut(from: Float32Array, { shape, chunkShape }: ChunkPacking, chunk: number): Float32Array<ArrayBuffer> {
  const counts = shape.map((size, axis) => Math.ceil(size / chunkShape[axis]!));
  const start = [
    Math.floor(chunk / counts[1]! / counts[2]!) * chunkShape[0],
    (Math.floor(chunk / counts[2]!) % counts[1]!) * chunkShape[1],
    (chunk % counts[2]!) * chunkShape[2],
  ];
  const used = start.map((first, axis) => Math.min(chunkShape[axis]!, shape[axis]! - first));
  const into = new Float32Array(chunkShape[0] * chunkShape[1] * chunkShape[2]);
  for (let i = 0; i < used[0]!; i += 1) {
    for (let j = 0; j < used[1]!; j += 1) {
      const row = ((start[0]! + i) * shape[1] + start[1]! + j) * shape[2] + start[2]!;
      into.set(from.subarray(row, row + used[2]!), (i * chunkShape[1] + j) * chunkShape[2]);
    }
  }
  return into;
}
