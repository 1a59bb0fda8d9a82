/** Types of elements as the library tells them, in the words of our own parser. */
import type { Metadata } from 'h5wasm/node';
import { CLASS_NAMES, type StoredType } from '../read/datatype.ts';
import type { H5Module } from './load-library.ts';

/** The library does not tell how many bits of an integer are used: all of them are taken to be. */
export function typeOfMetadata(metadata: Metadata, { H5T_class_t: classes }: H5Module): StoredType {
  const { type, size: bytes, signed: isSigned, littleEndian, vlen } = metadata;
  const byteOrder = littleEndian ? 'little' : 'big';
  switch (type) {
    case classes.H5T_INTEGER.value:
      if ([1, 2, 4, 8].includes(bytes)) return { kind: 'integer', bytes, isSigned, byteOrder };
      break;
    case classes.H5T_FLOAT.value:
      if ([2, 4, 8].includes(bytes)) return { kind: 'float', bytes, byteOrder };
      break;
    case classes.H5T_STRING.value:
      return vlen ? { kind: 'variable-text' } : { kind: 'text', bytes };
  }
  return { kind: 'other', className: CLASS_NAMES[type] ?? `class ${type}`, bytes };
}
