/**
 * The metadata of an HDF5 file, made when all samples are in their places: object headers and chunk indices for the end
 * of the file, and the superblock for its start, which is written last. Until then no reader takes the file for one.
 */
import { ByteWriter, UNDEFINED_ADDRESS } from './byte-writer.ts';
import { writeChunkIndex } from './chunk-index.ts';
import { elementBytes } from './element-types.ts';
import type { Hdf5Dataset, Hdf5Group, Hdf5Node } from './hdf5-tree.ts';
import { placeInHeap } from './global-heap.ts';
import { lookup3 } from './lookup3.ts';
import {
  attributeMessage,
  chunkedMessage,
  contiguousMessage,
  fillMessage,
  filterMessage,
  groupMessages,
  linkMessage,
  spaceMessage,
  typeMessage,
  type Message,
} from './messages.ts';
import { encodeObjectHeader } from './object-header.ts';
import type { Place } from './place.ts';

/** Version 2 of the superblock, which any library since HDF5 1.8 reads. */
export const SUPERBLOCK_BYTES = 48;

export interface EncodedFile {
  readonly superblock: Uint8Array;
  /** To be written at the address that was given. */
  readonly metadata: Uint8Array;
}

/** @param metadataAddress where the metadata will lie: the end of the samples */
export function encodeFile(root: Hdf5Group, metadataAddress: number): EncodedFile {
  const metadata = new ByteWriter();
  const place: Place = (bytes) => {
    // Object headers begin at multiples of eight.
    metadata.raw(new Uint8Array((8 - ((metadataAddress + metadata.length) % 8)) % 8));
    const address = metadataAddress + metadata.length;
    metadata.raw(bytes);
    return address;
  };
  const rootAddress = placeNode(root, place);
  const fileBytes = metadataAddress + metadata.length;
  return { superblock: encodeSuperblock(rootAddress, fileBytes), metadata: metadata.bytes() };
}

/** Children first: a group's links tell their addresses. */
function placeNode(node: Hdf5Node, place: Place): number {
  const placeText = (text: string): Uint8Array => placeInHeap(text, place);
  const attributes = Object.entries(node.attributes).map(([name, value]) => attributeMessage(name, value, placeText));
  if (node.kind === 'dataset') return place(encodeObjectHeader([...datasetMessages(node, place), ...attributes]));
  const links = Object.entries(node.children).map(([name, child]) => linkMessage(name, placeNode(child, place)));
  return place(encodeObjectHeader([...groupMessages(), ...links, ...attributes]));
}

function datasetMessages({ type, shape, layout }: Hdf5Dataset, place: Place): readonly Message[] {
  const messages = [spaceMessage(shape), typeMessage(type), fillMessage()];
  if (layout.kind === 'contiguous') {
    const bytes = shape.reduce((product, size) => product * size, elementBytes(type));
    return [...messages, contiguousMessage(layout.address, bytes)];
  }
  const index = layout.chunks.count === 0 ? null : writeChunkIndex(layout.chunks, shape, place);
  const filters = layout.filters.length === 0 ? [] : [filterMessage(layout.filters)];
  return [...messages, ...filters, chunkedMessage(index, layout.chunkShape, type)];
}

function encodeSuperblock(rootAddress: number, fileBytes: number): Uint8Array {
  const writer = new ByteWriter().u8(0x89).ascii('HDF\r\n').u8(0x1a).ascii('\n').u8(2, 8, 8, 0);
  writer.u64(0).u64(UNDEFINED_ADDRESS).u64(fileBytes).u64(rootAddress);
  return writer.u32(lookup3(writer.bytes())).bytes();
}
