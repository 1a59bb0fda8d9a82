/** Element types of datasets and attributes, and their datatype messages (specification IV.A.2.d). All little-endian. */
import { ByteWriter } from './byte-writer.ts';

export type ElementType =
  | 'float32'
  | 'float64'
  | 'int16'
  | 'int32'
  | 'int64'
  | 'uint8'
  | 'uint32'
  /** UTF-8 of any length; elements are references into a global heap. h5py reads it as `str`. */
  | 'text';

const ELEMENT_BYTES = { float32: 4, float64: 8, int16: 2, int32: 4, int64: 8, uint8: 1, uint32: 4, text: 16 } as const;

export const elementBytes = (type: ElementType): number => ELEMENT_BYTES[type];

/** Version 1 in the high half of the first byte, the class in the low one. */
const FIXED_POINT = 0x10;
const FLOATING_POINT = 0x11;
const VARIABLE_LENGTH = 0x19;

/** Mantissa with an implied leading one; the bits' places are IEEE 754's. */
const IMPLIED_ONE = 0x20;
const FLOATS = {
  float32: { signBit: 31, exponentBits: 8, mantissaBits: 23, bias: 127 },
  float64: { signBit: 63, exponentBits: 11, mantissaBits: 52, bias: 1023 },
} as const;

const SIGNED = 0x08;
/** A string, ended by NUL, UTF-8. Its elements are bytes, as in what the library writes. */
const TEXT_UTF8 = [0x01, 0x01, 0];

export function encodeType(type: ElementType): Uint8Array {
  const writer = new ByteWriter();
  const size = elementBytes(type);
  if (type === 'text') {
    return writer
      .u8(VARIABLE_LENGTH, ...TEXT_UTF8)
      .u32(size)
      .raw(encodeType('uint8'))
      .bytes();
  }
  if (type === 'float32' || type === 'float64') {
    const { signBit, exponentBits, mantissaBits, bias } = FLOATS[type];
    writer
      .u8(FLOATING_POINT, IMPLIED_ONE, signBit, 0)
      .u32(size)
      .u16(0)
      .u16(8 * size);
    return writer.u8(mantissaBits, exponentBits, 0, mantissaBits).u32(bias).bytes();
  }
  const isSigned = type.startsWith('int');
  return writer
    .u8(FIXED_POINT, isSigned ? SIGNED : 0, 0, 0)
    .u32(size)
    .u16(0)
    .u16(8 * size)
    .bytes();
}
