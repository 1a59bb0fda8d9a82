/** Words of trace headers as float64, 64-bit integers rounded to nearest. */
import { ibmValue } from '../ibm-float.ts';
import type { WordType } from '../mapping/header-place.ts';

/** The word at `position`. */
export type HeaderWordReader = (source: DataView, position: number) => number;

export function headerWordReader(type: WordType, byteOrder: 'big' | 'little'): HeaderWordReader {
  const little = byteOrder === 'little';
  switch (type) {
    case 'int8':
      return (source, position) => source.getInt8(position);
    case 'uint8':
      return (source, position) => source.getUint8(position);
    case 'int16':
      return (source, position) => source.getInt16(position, little);
    case 'uint16':
      return (source, position) => source.getUint16(position, little);
    case 'int32':
      return (source, position) => source.getInt32(position, little);
    case 'uint32':
      return (source, position) => source.getUint32(position, little);
    case 'int64':
      return (source, position) => Number(source.getBigInt64(position, little));
    case 'uint64':
      return (source, position) => Number(source.getBigUint64(position, little));
    case 'float32':
      return (source, position) => source.getFloat32(position, little);
    case 'float64':
      return (source, position) => source.getFloat64(position, little);
    case 'ibm32':
      return (source, position) => ibmValue(source.getUint32(position, little));
  }
}
