/** The document as CBOR (RFC 8949) with typed arrays (RFC 8746): tag 85 float32, 86 float64, 40 around those with a shape. */
import { Decoder, Encoder, Tag } from 'cbor-x';
import type { ExchangeDocument } from './exchange-document.ts';
import { floatsFromBytes, PackedArray } from './packed-array.ts';
import { documentTree } from './document-tree.ts';

const SHAPED_ROW_MAJOR = 40;
/** What cbor-x gives as a tag over bytes: the big-endian ones, and typed arrays of Python's cbor2. */
const FLOAT_TAGS: ReadonlyMap<number, readonly [elementBytes: 4 | 8, isLittle: boolean]> = new Map([
  [81, [4, false]],
  [82, [8, false]],
  [85, [4, true]],
  [86, [8, true]],
]);

/** Plain maps with string keys: records and other extensions of cbor-x are read by no other program. */
const encoder: { encode(value: unknown): Uint8Array } = new Encoder({
  useRecords: false,
  variableMapSize: true,
  tagUint8Array: false,
});
/** Maps, since keys of objects would be altered ("__proto__"). */
const decoder = new Decoder({ useRecords: false, mapsAsObjects: false });

export const encodeCbor = (document: ExchangeDocument): Uint8Array =>
  encoder.encode(
    documentTree(document, {
      positions: (positions) => new Tag([[positions.length / 2, 2], positions], SHAPED_ROW_MAJOR),
      samples: (samples) => samples,
    }),
  );

/** @throws Error of cbor-x where it is no CBOR */
export const decodeCbor = (bytes: Uint8Array): unknown => withObjects(decoder.decode(bytes));

function withObjects(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withObjects);
  if (!(value instanceof Map)) return value;
  const object = Object.create(null) as Record<string, unknown>;
  for (const [key, each] of value as Map<unknown, unknown>) object[String(key)] = withObjects(each);
  return object;
}

export function unpackCbor(value: unknown): unknown {
  if (value instanceof Float32Array || value instanceof Float64Array) return new PackedArray([value.length], value);
  if (!(value instanceof Tag)) return value;
  const { tag, value: content } = value as { readonly tag: number; readonly value: unknown };
  const floats = FLOAT_TAGS.get(tag);
  if (floats !== undefined && content instanceof Uint8Array) {
    const data = floatsFromBytes(content, ...floats);
    return data === null ? value : new PackedArray([data.length], data);
  }
  if (tag !== SHAPED_ROW_MAJOR || !Array.isArray(content) || content.length !== 2) return value;
  const [shape, inner] = [content[0] as unknown, unpackCbor(content[1])];
  const isShape = Array.isArray(shape) && shape.every((size) => Number.isInteger(size));
  return isShape && inner instanceof PackedArray ? new PackedArray(shape as number[], inner.data) : value;
}
