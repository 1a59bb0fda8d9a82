/** Header messages (specification IV.A.2): what an object header says of a group or dataset. */
import { ByteWriter, UNDEFINED_ADDRESS } from './byte-writer.ts';
import { elementBytes, encodeType, type ElementType } from './element-types.ts';
import type { Hdf5Attribute, Hdf5Filter } from './hdf5-tree.ts';

export interface Message {
  readonly type: number;
  readonly body: Uint8Array;
}

const DATASPACE = 0x01;
const LINK_INFO = 0x02;
const DATATYPE = 0x03;
const FILL_VALUE = 0x05;
const LINK = 0x06;
const DATA_LAYOUT = 0x08;
const GROUP_INFO = 0x0a;
const FILTER_PIPELINE = 0x0b;
const ATTRIBUTE = 0x0c;

const SIMPLE_SPACE = 1;
const SCALAR_SPACE = 0;

function encodeSpace(shape: readonly number[]): Uint8Array {
  const writer = new ByteWriter().u8(2, shape.length, 0, shape.length === 0 ? SCALAR_SPACE : SIMPLE_SPACE);
  for (const size of shape) writer.u64(size);
  return writer.bytes();
}

export const spaceMessage = (shape: readonly number[]): Message => ({ type: DATASPACE, body: encodeSpace(shape) });

/** Marked as constant (flag 1), as the library does with the type of a dataset. */
export const typeMessage = (type: ElementType): Message => ({ type: DATATYPE, body: encodeType(type) });

/** Space allocated late, fill value written only if the user sets one; none is set. */
export const fillMessage = (): Message => ({ type: FILL_VALUE, body: new ByteWriter().u8(3, 0x0a).bytes() });

export const contiguousMessage = (address: number, bytes: number): Message => ({
  type: DATA_LAYOUT,
  body: new ByteWriter().u8(3, 1).u64(address).u64(bytes).bytes(),
});

/** @param indexAddress of the chunks' B-tree; null where there is no chunk */
export function chunkedMessage(indexAddress: number | null, chunkShape: readonly number[], type: ElementType): Message {
  const writer = new ByteWriter().u8(3, 2, chunkShape.length + 1).u64(indexAddress ?? UNDEFINED_ADDRESS);
  for (const size of chunkShape) writer.u32(size);
  return { type: DATA_LAYOUT, body: writer.u32(elementBytes(type)).bytes() };
}

/** Below this number names are left out, being the library's own. */
const FIRST_NAMED_FILTER = 256;

export function filterMessage(filters: readonly Hdf5Filter[]): Message {
  const writer = new ByteWriter().u8(2, filters.length);
  for (const { id, name, parameters } of filters) {
    const isNamed = id >= FIRST_NAMED_FILTER;
    writer.u16(id);
    if (isNamed) writer.u16(name.length + 1);
    writer.u16(0).u16(parameters.length);
    if (isNamed) writer.ascii(name).u8(0);
    for (const parameter of parameters) writer.u32(parameter);
  }
  return { type: FILTER_PIPELINE, body: writer.bytes() };
}

const UTF8 = 1;

/** @param placeText puts a text into a global heap and gives the 16 bytes that refer to it */
export function attributeMessage(
  name: string,
  attribute: Hdf5Attribute,
  placeText: (text: string) => Uint8Array,
): Message {
  const { type } = attribute;
  const { shape, bytes } = type === 'text' ? { shape: [], bytes: placeText(attribute.text) } : attribute;
  const encodedName = new TextEncoder().encode(`${name}\0`);
  const encodedType = encodeType(type);
  const space = encodeSpace(shape);
  const writer = new ByteWriter().u8(3, 0).u16(encodedName.length).u16(encodedType.length).u16(space.length).u8(UTF8);
  return { type: ATTRIBUTE, body: writer.raw(encodedName).raw(encodedType).raw(space).raw(bytes).bytes() };
}

/** Links are in the header itself, not in a heap. */
export const groupMessages = (): Message[] => [
  { type: LINK_INFO, body: new ByteWriter().u8(0, 0).u64(UNDEFINED_ADDRESS).u64(UNDEFINED_ADDRESS).bytes() },
  { type: GROUP_INFO, body: new ByteWriter().u8(0, 0).bytes() },
];

/** A hard link; the name's length in 2 bytes (flag 1), its character set given (flag 0x10). */
export function linkMessage(name: string, address: number): Message {
  const encoded = new TextEncoder().encode(name);
  return { type: LINK, body: new ByteWriter().u8(1, 0x11, UTF8).u16(encoded.length).raw(encoded).u64(address).bytes() };
}
