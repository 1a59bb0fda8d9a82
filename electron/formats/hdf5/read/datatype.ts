/** Element types as far as they are numbers or texts (specification IV.A.2.d); all others are only named. */
import type { BlockReader } from './metadata-reader.ts';

export type StoredType =
  | {
      readonly kind: 'integer';
      readonly bytes: number;
      readonly isSigned: boolean;
      readonly byteOrder: 'big' | 'little';
    }
  /** Integers that fill only `precision` bits of theirs, from `bitOffset` on (counted from the lowest). */
  | {
      readonly kind: 'packed';
      readonly bytes: number;
      readonly isSigned: boolean;
      readonly byteOrder: 'big' | 'little';
      readonly bitOffset: number;
      readonly precision: number;
    }
  | { readonly kind: 'float'; readonly bytes: number; readonly byteOrder: 'big' | 'little' }
  | { readonly kind: 'text'; readonly bytes: number }
  /** Elements are references of 16 bytes into a global heap. */
  | { readonly kind: 'variable-text' }
  | { readonly kind: 'other'; readonly className: string; readonly bytes: number };

/** By the number of the class, which the library uses too. */
export const CLASS_NAMES = [
  'integer',
  'float',
  'time',
  'text',
  'bit field',
  'opaque',
  'compound',
  'reference',
  'enumeration',
  'variable-length',
  'array',
];

/** Exponent bits and mantissa bits of the IEEE formats, by size in bytes. */
const IEEE = { 2: [5, 10], 4: [8, 23], 8: [11, 52] } as const;

export function readType(body: BlockReader): StoredType {
  const classAndVersion = body.u8();
  const bits = [body.u8(), body.u8(), body.u8()] as const;
  const bytes = body.u32();
  const typeClass = classAndVersion & 0x0f;
  const className = CLASS_NAMES[typeClass] ?? `class ${typeClass}`;
  const byteOrder = (bits[0] & 1) === 0 ? 'little' : 'big';
  const other: StoredType = { kind: 'other', className, bytes };
  switch (className) {
    case 'integer': {
      const [bitOffset, precision] = [body.u16(), body.u16()];
      if (![1, 2, 4, 8].includes(bytes) || precision === 0 || bitOffset + precision > 8 * bytes) return other;
      const isSigned = (bits[0] & 8) !== 0;
      return precision === 8 * bytes
        ? { kind: 'integer', bytes, isSigned, byteOrder }
        : { kind: 'packed', bytes, isSigned, byteOrder, bitOffset, precision };
    }
    case 'float': {
      body.skip(4 + 1);
      const exponentBits = body.u8();
      body.skip(1);
      const mantissaBits = body.u8();
      const expected = IEEE[bytes as keyof typeof IEEE] as readonly number[] | undefined;
      const isIeee = expected?.[0] === exponentBits && expected[1] === mantissaBits;
      // VAX order is bit 6 together with bit 0.
      return isIeee && (bits[0] & 0x40) === 0 ? { kind: 'float', bytes, byteOrder } : other;
    }
    case 'text':
      return { kind: 'text', bytes };
    case 'variable-length':
      return (bits[0] & 0x0f) === 1 ? { kind: 'variable-text' } : other;
    default:
      return other;
  }
}

export const typeBytes = (type: StoredType): number => (type.kind === 'variable-text' ? 16 : type.bytes);
