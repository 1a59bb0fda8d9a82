/** Attribute values from plain ones. */
import type { Hdf5Attribute } from './hdf5-tree.ts';
import type { ElementType } from './element-types.ts';

type NumberArray = Float32Array | Float64Array | Int32Array | Uint32Array;

export const textAttribute = (text: string): Hdf5Attribute => ({ type: 'text', text });

export const numberAttribute = (value: number): Hdf5Attribute => ({
  type: 'float64',
  shape: [],
  bytes: new Uint8Array(Float64Array.of(value).buffer),
});

export const arrayAttribute = (values: NumberArray): Hdf5Attribute => ({
  type: arrayType(values),
  shape: [values.length],
  bytes: new Uint8Array(values.buffer, values.byteOffset, values.byteLength),
});

export function arrayType(values: NumberArray): Exclude<ElementType, 'text'> {
  if (values instanceof Float32Array) return 'float32';
  if (values instanceof Float64Array) return 'float64';
  return values instanceof Int32Array ? 'int32' : 'uint32';
}
