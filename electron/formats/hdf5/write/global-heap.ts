/** Texts of variable length (specification III.E): each in a collection of its own, since attributes have few. */
import { ByteWriter } from './byte-writer.ts';
import type { Place } from './place.ts';

/** The library takes smaller collections for damaged. */
const LEAST_COLLECTION_BYTES = 4096;
const COLLECTION_HEADER_BYTES = 16;
const OBJECT_HEADER_BYTES = 16;

const padded = (bytes: number): number => Math.ceil(bytes / 8) * 8;

/** @returns the reference that stands for the text in an attribute: length, collection, index */
export function placeInHeap(text: string, place: Place): Uint8Array {
  // Without its NUL a text of no bytes would be no object.
  const encoded = new TextEncoder().encode(`${text}\0`);
  const used = COLLECTION_HEADER_BYTES + OBJECT_HEADER_BYTES + padded(encoded.length);
  const size = Math.max(LEAST_COLLECTION_BYTES, used + OBJECT_HEADER_BYTES);
  const writer = new ByteWriter().ascii('GCOL').u8(1, 0, 0, 0).u64(size);
  writer.u16(1).u16(1).u32(0).u64(encoded.length).raw(encoded);
  writer.raw(new Uint8Array(used - writer.length));
  // Object 0 is the free space, with its own header counted.
  writer
    .u16(0)
    .u16(0)
    .u32(0)
    .u64(size - used);
  writer.raw(new Uint8Array(size - writer.length));
  return new ByteWriter().u32(encoded.length).u64(place(writer.bytes())).u32(1).bytes();
}
