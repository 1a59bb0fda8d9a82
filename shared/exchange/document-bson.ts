/**
 * The document as BSON (bsonspec.org). Arrays of floats are {dtype, shape, data}: NumPy's name of the type ("<f8", "<f4"), and
 * the bytes as a Binary in C order.
 */
import { Binary, calculateObjectSize, deserialize, Double, serialize, setInternalBufferSize } from 'bson';
import { CrosslineError } from '../errors.ts';
import { documentTree } from './document-tree.ts';
import {
  INTERSECTION_PLACES,
  OVERLAP_PLACES,
  type DocumentOverlap,
  type ExchangeDocument,
  type Intersection,
} from './exchange-document.ts';
import { floatsFromBytes, PackedArray } from './packed-array.ts';

/** A document's length is a signed 32-bit word. */
const MOST_BYTES = 2 ** 31 - 1;
/** What js-bson holds by itself (17 MiB); beyond, it throws instead of growing. */
const OWN_BUFFER_BYTES = 17 * 2 ** 20;

/** @throws CrosslineError usage where it is too large for BSON */
export function encodeBson(document: ExchangeDocument): Uint8Array {
  const tree = documentTree(
    {
      ...document,
      // Whole doubles would be written as integers.
      intersections: document.intersections.map((each) => withDoubles<Intersection>(each, INTERSECTION_PLACES)),
      overlaps: document.overlaps.map((each) => withDoubles<DocumentOverlap>(each, OVERLAP_PLACES)),
    },
    {
      positions: (positions) => packed('<f8', [positions.length / 2, 2], positions),
      samples: (samples) => packed('<f4', [samples.length], samples),
    },
  );
  const bytes = calculateObjectSize(tree);
  if (bytes > MOST_BYTES) {
    const detail = `The document takes ${bytes} bytes, and BSON holds no more than ${MOST_BYTES}: write it as .cbor`;
    throw new CrosslineError({ code: 'usage', detail });
  }
  if (bytes > OWN_BUFFER_BYTES) setInternalBufferSize(bytes);
  return serialize(tree);
}

/** @throws Error of js-bson where it is no BSON */
export const decodeBson = (bytes: Uint8Array): unknown => deserialize(bytes);

const ELEMENT_BYTES: Readonly<Record<string, 4 | 8>> = { f4: 4, f8: 8 };

export function unpackBson(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const { dtype, shape, data } = value as Partial<Record<'dtype' | 'shape' | 'data', unknown>>;
  if (typeof dtype !== 'string' || !Array.isArray(shape) || !(data instanceof Binary)) return value;
  const [order, elementBytes] = [dtype[0], ELEMENT_BYTES[dtype.slice(1)]];
  if ((order !== '<' && order !== '>') || elementBytes === undefined) return value;
  if (!shape.every((size) => Number.isInteger(size))) return value;
  const floats = floatsFromBytes(data.buffer.subarray(0, data.position), elementBytes, order === '<');
  return floats === null ? value : new PackedArray(shape as number[], floats);
}

const packed = (
  dtype: '<f8' | '<f4',
  shape: readonly number[],
  { buffer, byteOffset, byteLength }: Float64Array | Float32Array,
) => ({
  dtype,
  shape,
  data: new Binary(new Uint8Array(buffer, byteOffset, byteLength)),
});

function withDoubles<Of extends object>(each: Of, places: readonly (keyof Of)[]): Of {
  const doubles = places.map((place) => [place, new Double(each[place] as number)] as const);
  return { ...each, ...Object.fromEntries(doubles) };
}
