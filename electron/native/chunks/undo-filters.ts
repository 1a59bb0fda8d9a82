/** HDF5's chunk filters in plain TypeScript: the reference of `chunk_filters.cc`, and what runs without the addon. */
import { inflateSync } from 'node:zlib';
import type { ChunkFilter } from './chunk-gather.ts';
import { DamagedChunk } from './damaged-chunk.ts';
import { expandLzf } from './lzf.ts';

/** A compression that did not help, compressed again, and a checksum behind each. */
const roomOf = (chunkBytes: number): number => chunkBytes + Math.floor(chunkBytes / 8) + 1024;

/**
 * @param skipped bit i: filter i was not applied
 * @returns the chunk's bytes; may be a view of `stored`
 * @throws DamagedChunk
 */
export function undoFilters(
  filters: readonly ChunkFilter[],
  skipped: number,
  stored: Uint8Array,
  chunkBytes: number,
): Uint8Array {
  let bytes = stored;
  for (let i = filters.length - 1; i >= 0; i -= 1) {
    if (((skipped >>> i) & 1) === 0) bytes = undo(filters[i]!, bytes, roomOf(chunkBytes));
  }
  if (bytes.length === chunkBytes) return bytes;
  throw new DamagedChunk(`data are ${bytes.length < chunkBytes ? 'shorter' : 'longer'} than their chunk`);
}

function undo({ kind, elementBytes }: ChunkFilter, bytes: Uint8Array, room: number): Uint8Array {
  switch (kind) {
    case 'deflate':
      return inflate(bytes, room);
    case 'lzf':
      return expandLzf(bytes, room);
    case 'shuffle':
      return unshuffle(bytes, elementBytes);
    case 'fletcher32':
      return checked(bytes);
  }
}

function inflate(bytes: Uint8Array, room: number): Uint8Array {
  try {
    return inflateSync(bytes, { maxOutputLength: room });
  } catch (error) {
    const isLong = error instanceof RangeError;
    const reason = isLong ? 'is longer than its chunk' : `is damaged (${error instanceof Error ? error.message : ''})`;
    throw new DamagedChunk(`deflate stream ${reason}`, { cause: error });
  }
}

/** Of each element the first byte, then of each the second, ...; what is left of a last element follows as it is. */
export function shuffle(bytes: Uint8Array, elementBytes: number): Uint8Array {
  const count = Math.floor(bytes.length / elementBytes);
  const into = new Uint8Array(bytes);
  for (let k = 0, to = 0; k < elementBytes; k += 1) {
    for (let i = 0, at = k; i < count; i += 1, at += elementBytes, to += 1) into[to] = bytes[at]!;
  }
  return into;
}

export function unshuffle(bytes: Uint8Array, elementBytes: number): Uint8Array {
  const count = Math.floor(bytes.length / elementBytes);
  const into = new Uint8Array(bytes);
  for (let k = 0, at = 0; k < elementBytes; k += 1) {
    for (let i = 0, to = k; i < count; i += 1, at += 1, to += elementBytes) into[to] = bytes[at]!;
  }
  return into;
}

const CHECKSUM_BYTES = 4;

function checked(bytes: Uint8Array): Uint8Array {
  if (bytes.length < CHECKSUM_BYTES) throw new DamagedChunk('checksum is missing');
  const data = bytes.subarray(0, bytes.length - CHECKSUM_BYTES);
  const expected = new DataView(bytes.buffer, bytes.byteOffset + data.length).getUint32(0, true);
  const found = fletcher32(data);
  // Before HDF5 1.6.3 little-endian machines stored the bytes of each half in the other order.
  const swapped = (((found & 0x00ff00ff) << 8) | ((found >>> 8) & 0x00ff00ff)) >>> 0;
  if (found === expected || swapped === expected) return data;
  throw new DamagedChunk('checksum (Fletcher-32) is not that of its data');
}

/** Sums of 16 bits with end-around carry over big-endian words, as HDF5 computes them. */
export function fletcher32(data: Uint8Array): number {
  const fold = (sum: number): number => (sum & 0xffff) + (sum >>> 16);
  let [low, high] = [0, 0];
  for (let at = 0; at < data.length; at += 2) {
    low = fold(low + ((data[at]! << 8) | (data[at + 1] ?? 0)));
    high = fold(high + low);
  }
  return (((fold(high) << 16) >>> 0) | fold(low)) >>> 0;
}
