/** Dimension scales: which datasets say the values of a dataset's axes (HDF5's dimension scale specification; netCDF-4 uses it). */
import { ATTRIBUTE, readAttributeParts } from './attribute.ts';
import { readHeapObject } from './global-heap.ts';
import { BlockReader, type MetadataReader } from './metadata-reader.ts';
import type { HeaderMessage } from './object-header.ts';

/** For each axis a list of variable length of object references, each an address of 8 bytes. */
const DIMENSION_LIST = 'DIMENSION_LIST';
const REFERENCE_BYTES = 16;
const ADDRESS_BYTES = 8;
/** More scales of an axis tell nothing more. */
const MOST_SCALES = 16;

/** Addresses by axis; empty lists where nothing is attached. */
export async function readScales(
  messages: readonly HeaderMessage[],
  rank: number,
  reader: MetadataReader,
): Promise<readonly (readonly number[])[]> {
  const none = Array.from({ length: rank }, () => []);
  for (const { type, body } of messages) {
    if (type !== ATTRIBUTE) continue;
    const again = new BlockReader(body.bytes, reader);
    const { name, shape } = readAttributeParts(again);
    if (name !== DIMENSION_LIST) continue;
    if (shape.length !== 1 || shape[0] !== rank || again.left < rank * REFERENCE_BYTES) return none;
    const scales: number[][] = [];
    for (let axis = 0; axis < rank; axis += 1) scales.push(await readReferences(again.raw(REFERENCE_BYTES), reader));
    return scales;
  }
  return none;
}

async function readReferences(list: Uint8Array, reader: MetadataReader): Promise<number[]> {
  const object = await readHeapObject(list, reader);
  if (object === null) return [];
  const fields = new BlockReader(object.bytes, reader);
  const count = Math.min(object.length, MOST_SCALES, Math.floor(object.bytes.length / ADDRESS_BYTES));
  return Array.from({ length: count }, () => fields.address()).filter((address) => address !== null);
}
