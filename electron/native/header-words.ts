/** Words of trace headers as exact float64. */
import type { HeaderWordType } from './native-reader.ts';

/** The word at `position`. */
export type HeaderWordReader = (source: DataView, position: number) => number;

export function headerWordReader(type: HeaderWordType['type'], byteOrder: 'big' | 'little'): HeaderWordReader {
  const little = byteOrder === 'little';
  switch (type) {
    case 'int16':
      return (source, position) => source.getInt16(position, little);
    case 'uint16':
      return (source, position) => source.getUint16(position, little);
    case 'int32':
      return (source, position) => source.getInt32(position, little);
    case 'float32':
      return (source, position) => source.getFloat32(position, little);
    case 'float64':
      return (source, position) => source.getFloat64(position, little);
  }
}
