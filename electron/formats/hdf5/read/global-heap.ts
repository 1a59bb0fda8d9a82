/** Texts and lists of variable length, which lie in collections of objects (specification III.E). */
import { BlockReader, type MetadataReader } from './metadata-reader.ts';

const COLLECTION_HEADER_BYTES = 16;

/** @param reference the 16 bytes that stand for the text: length, collection, index */
export async function decodeText(reference: Uint8Array, reader: MetadataReader): Promise<string> {
  const object = await readHeapObject(reference, reader);
  return object === null ? '' : new TextDecoder().decode(object.bytes.subarray(0, object.length)).replace(/\0.*$/s, '');
}

export interface HeapObject {
  /** In elements of the list, or bytes of the text. */
  readonly length: number;
  readonly bytes: Uint8Array;
}

/** Null where the reference is empty. @throws CrosslineError not-hdf5 */
export async function readHeapObject(reference: Uint8Array, reader: MetadataReader): Promise<HeapObject | null> {
  const fields = new BlockReader(reference, reader);
  const length = fields.u32();
  const address = fields.address();
  const index = fields.u32();
  if (length === 0 || address === null || address === 0) return null;
  const header = await reader.block(address, COLLECTION_HEADER_BYTES);
  if (header.ascii(4) !== 'GCOL') throw reader.damaged(`there is no heap of texts at ${address}`);
  header.skip(4);
  const collection = await reader.block(address, header.length());
  collection.skip(COLLECTION_HEADER_BYTES);
  while (collection.left >= 16) {
    const object = collection.u16();
    collection.skip(2 + 4);
    const bytes = collection.length();
    if (object === 0) break;
    const content = collection.raw(bytes);
    if (object === index) return { length, bytes: content };
    collection.skip(Math.min(collection.left, (8 - (bytes % 8)) % 8));
  }
  throw reader.damaged(`a text is not where it should be (heap ${address}, object ${index})`);
}
