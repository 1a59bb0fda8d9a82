/** Attributes of numbers and texts (specification IV.A.2.m). */
import { decodeText } from './global-heap.ts';
import { readSpace } from './dataset.ts';
import { readType, typeBytes, type StoredType } from './datatype.ts';
import type { BlockReader, MetadataReader } from './metadata-reader.ts';
import type { HeaderMessage } from './object-header.ts';

/** Null: of a type that is not read here. */
export type AttributeValue = number | string | readonly number[] | readonly string[] | null;

export const ATTRIBUTE = 0x0c;
const ATTRIBUTE_INFO = 0x15;

export async function readAttributes(
  messages: readonly HeaderMessage[],
  reader: MetadataReader,
): Promise<Record<string, AttributeValue>> {
  const attributes: Record<string, AttributeValue> = {};
  for (const { type, body } of messages) {
    if (type !== ATTRIBUTE) continue;
    const { name, type: valueType, shape } = readAttributeParts(body);
    const value = valueType === null ? null : await readValue(body, reader, valueType, shape);
    Object.defineProperty(attributes, name, { value, enumerable: true, configurable: true });
  }
  return attributes;
}

/** A fractal heap holds them where there are many. */
export function hasAttributesElsewhere(messages: readonly HeaderMessage[]): boolean {
  const info = messages.find(({ type }) => type === ATTRIBUTE_INFO);
  if (info === undefined || info.body.left < 2 + 8) return false;
  const [, flags] = info.body.raw(2);
  if ((flags! & 1) !== 0) info.body.skip(2);
  return info.body.address() !== null;
}

export interface AttributeParts {
  readonly name: string;
  readonly type: StoredType | null;
  readonly shape: readonly number[];
}

/** Leaves the reader at the value. The type is null where it is kept elsewhere. */
export function readAttributeParts(body: BlockReader): AttributeParts {
  const version = body.u8();
  const flags = body.u8();
  const [nameBytes, typeSize, spaceBytes] = [body.u16(), body.u16(), body.u16()];
  if (version === 3) body.skip(1);
  // Version 1 pads each part to a multiple of eight bytes.
  const room = (bytes: number): number => (version === 1 ? Math.ceil(bytes / 8) * 8 : bytes);
  const name = new TextDecoder().decode(body.raw(room(nameBytes)).subarray(0, nameBytes)).replace(/\0.*$/s, '');
  const isShared = version > 1 && (flags & 3) !== 0;
  const typeBody = body.part(room(typeSize));
  const shape = readSpace(body.part(room(spaceBytes)));
  return { name, type: isShared ? null : readType(typeBody), shape };
}

/** More values of an attribute are nobody's description. */
const MOST_VALUES = 65_536;

async function readValue(
  body: BlockReader,
  reader: MetadataReader,
  type: StoredType,
  shape: readonly number[],
): Promise<AttributeValue> {
  const count = shape.reduce((product, size) => product * size, 1);
  if (type.kind === 'other' || type.kind === 'packed' || count > MOST_VALUES || count * typeBytes(type) > body.left)
    return null;
  const values: (number | string)[] = [];
  for (let i = 0; i < count; i += 1) {
    const element = body.raw(typeBytes(type));
    values.push(
      type.kind === 'variable-text'
        ? await decodeText(element, reader)
        : type.kind === 'text'
          ? new TextDecoder().decode(element).replace(/\0.*$/s, '')
          : numberFrom(element, type),
    );
  }
  return shape.length === 0 ? values[0]! : (values as readonly number[]);
}

/** 64-bit integers are rounded to float64. */
function numberFrom(bytes: Uint8Array, type: Extract<StoredType, { kind: 'integer' | 'float' }>): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const little = type.byteOrder === 'little';
  if (type.kind === 'float') {
    if (type.bytes === 8) return view.getFloat64(0, little);
    return type.bytes === 4 ? view.getFloat32(0, little) : Number.NaN;
  }
  switch (type.bytes) {
    case 1:
      return type.isSigned ? view.getInt8(0) : view.getUint8(0);
    case 2:
      return type.isSigned ? view.getInt16(0, little) : view.getUint16(0, little);
    case 4:
      return type.isSigned ? view.getInt32(0, little) : view.getUint32(0, little);
    default:
      return Number(type.isSigned ? view.getBigInt64(0, little) : view.getBigUint64(0, little));
  }
}
