/** Numbers from elements as the library hands them over: little-endian, in the width of the stored type. */
import { typeBytes, type StoredType } from '../read/datatype.ts';

type Values = ArrayLike<number> | ArrayLike<bigint>;

/** Types whose elements are numbers here; `packed` integers fill only some bits of theirs. */
export const isNumeric = (type: StoredType): boolean =>
  type.kind === 'integer' || type.kind === 'float' || type.kind === 'packed';

/** @throws TypeError where `isNumeric` is false */
export function float32Values(bytes: Uint8Array<ArrayBuffer>, type: StoredType): Float32Array {
  const values = valuesOf(bytes, type);
  return values instanceof Float32Array ? values : Float32Array.from(values as ArrayLike<number>, Number);
}

/** 64-bit integers are rounded to nearest beyond 2^53. */
export function float64Values(bytes: Uint8Array<ArrayBuffer>, type: StoredType): Float64Array {
  const values = valuesOf(bytes, type);
  return values instanceof Float64Array ? values : Float64Array.from(values as ArrayLike<number>, Number);
}

function valuesOf({ buffer }: Uint8Array<ArrayBuffer>, type: StoredType): Values {
  switch (type.kind) {
    case 'float':
      if (type.bytes === 2) return Float32Array.from(new Uint16Array(buffer), halfValue);
      return type.bytes === 4 ? new Float32Array(buffer) : new Float64Array(buffer);
    case 'integer':
      return integers(buffer, type.bytes, type.isSigned);
    case 'packed':
      return packedValues(integers(buffer, type.bytes, false), type);
    default:
      throw new TypeError(`elements of kind ${type.kind} are no numbers`);
  }
}

function integers(buffer: ArrayBuffer, bytes: number, isSigned: boolean): Values {
  switch (bytes) {
    case 1:
      return isSigned ? new Int8Array(buffer) : new Uint8Array(buffer);
    case 2:
      return isSigned ? new Int16Array(buffer) : new Uint16Array(buffer);
    case 4:
      return isSigned ? new Int32Array(buffer) : new Uint32Array(buffer);
    default:
      return isSigned ? new BigInt64Array(buffer) : new BigUint64Array(buffer);
  }
}

/** The bits beside are padding, whatever they hold. */
function packedValues(words: Values, { bitOffset, precision, isSigned }: Extract<StoredType, { kind: 'packed' }>) {
  const shift = BigInt(bitOffset);
  return Float64Array.from(words as ArrayLike<number>, (word) => {
    const bits = BigInt.asUintN(64, BigInt(word)) >> shift;
    return Number(isSigned ? BigInt.asIntN(precision, bits) : BigInt.asUintN(precision, bits));
  });
}

/** IEEE binary16: 5 bits of exponent, 10 of fraction. */
export function halfValue(word: number): number {
  const sign = (word & 0x8000) === 0 ? 1 : -1;
  const exponent = (word >> 10) & 0x1f;
  const fraction = word & 0x3ff;
  if (exponent === 0x1f) return fraction === 0 ? sign * Infinity : NaN;
  return sign * (exponent === 0 ? fraction * 2 ** -24 : (1 + fraction / 1024) * 2 ** (exponent - 15));
}

/** One element as it is stored, in the byte order of its type; null where it is no number. */
export function elementValue(stored: Uint8Array, type: StoredType): number | null {
  if (!isNumeric(type) || stored.length !== typeBytes(type)) return null;
  const isBig = 'byteOrder' in type && type.byteOrder === 'big';
  return float64Values(new Uint8Array(isBig ? stored.toReversed() : stored), type)[0] ?? null;
}
