/** The value of a stored word to its last digit. */
import { ibmValue } from '../../shared/ibm-float.ts';
import { gainValue } from './gain-float.ts';
import type { WordLayout } from './native-reader.ts';
import { readInt24, readUint24 } from './word-readers.ts';

/**
 * In decimal: integers with all their digits; floats, and fixed point with gain, in the fewest digits that read back as
 * the same float64, which holds each of them exactly; "NaN", "Infinity", "-Infinity".
 */
export const exactWordText = (source: DataView, at: number, layout: WordLayout): string =>
  String(exactValue(source, at, layout));

function exactValue(source: DataView, at: number, { format, byteOrder }: WordLayout): number | bigint {
  const little = byteOrder === 'little';
  switch (format) {
    case 1:
      return ibmValue(source.getInt32(at, little));
    case 2:
      return source.getInt32(at, little);
    case 3:
      return source.getInt16(at, little);
    case 4:
      return gainValue(source.getInt32(at, little));
    case 5:
      return source.getFloat32(at, little);
    case 6:
      return source.getFloat64(at, little);
    case 7:
      return readInt24(source, at, little);
    case 8:
      return source.getInt8(at);
    case 9:
      return source.getBigInt64(at, little);
    case 10:
      return source.getUint32(at, little);
    case 11:
      return source.getUint16(at, little);
    case 12:
      return source.getBigUint64(at, little);
    case 15:
      return readUint24(source, at, little);
    case 16:
      return source.getUint8(at);
  }
}
