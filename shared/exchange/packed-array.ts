/** An array with its shape, as the binary formats store one. */
export class PackedArray {
  readonly shape: readonly number[];
  readonly data: Float64Array | Float32Array;

  constructor(shape: readonly number[], data: Float64Array | Float32Array) {
    this.shape = shape;
    this.data = data;
  }
}

/** Finds the packed arrays of a format; what is none comes back as it is. */
export type Unpack = (value: unknown) => unknown;

/** A copy, since what a file holds begins anywhere. Null where the bytes are no whole number of elements. */
export function floatsFromBytes(bytes: Uint8Array, elementBytes: 4 | 8, isLittle: boolean): PackedArray['data'] | null {
  if (bytes.length % elementBytes !== 0) return null;
  const copy = new Uint8Array(bytes);
  if (!isLittle) for (let at = 0; at < copy.length; at += elementBytes) copy.subarray(at, at + elementBytes).reverse();
  return elementBytes === 8 ? new Float64Array(copy.buffer) : new Float32Array(copy.buffer);
}
