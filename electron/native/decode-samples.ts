/** The reference decoders: plain loops over a DataView, one per sample format. */
import { IBM_WEIGHT } from '../../shared/ibm-float.ts';
import type { WordLayout } from './native-reader.ts';
import { readGain, readInt24, readInt64, readUint24, readUint64 } from './word-readers.ts';

/** Words `strideBytes` apart (may be negative) from `position` on become `count` floats from `into[target]` on. */
export type WordDecoder = (
  source: DataView,
  position: number,
  strideBytes: number,
  count: number,
  into: Float32Array,
  target: number,
) => void;

/**
 * Every value is rounded once, to nearest with ties to even, by the store into the Float32Array: what lies beyond its
 * range becomes an infinity, what lies below its denormals a zero of the same sign. Each format has a loop of its own:
 * one loop that calls a reader takes four times as long once a process has read several formats.
 */
export function wordDecoder({ format, byteOrder }: WordLayout): WordDecoder {
  const little = byteOrder === 'little';
  switch (format) {
    case 1:
      // A table of weights by first byte: Math.pow per sample takes seven times as long.
      return (source, position, stride, count, into, target) => {
        const weight = IBM_WEIGHT;
        for (let i = 0, at = position; i < count; i += 1, at += stride) {
          const word = source.getInt32(at, little);
          into[target + i] = (word & 0x00ffffff) * weight[word >>> 24]!;
        }
      };
    case 2:
      return (source, position, stride, count, into, target) => {
        for (let i = 0, at = position; i < count; i += 1, at += stride) into[target + i] = source.getInt32(at, little);
      };
    case 3:
      return (source, position, stride, count, into, target) => {
        for (let i = 0, at = position; i < count; i += 1, at += stride) into[target + i] = source.getInt16(at, little);
      };
    case 4:
      return (source, position, stride, count, into, target) => {
        for (let i = 0, at = position; i < count; i += 1, at += stride) into[target + i] = readGain(source, at, little);
      };
    case 5:
      return (source, position, stride, count, into, target) => {
        for (let i = 0, at = position; i < count; i += 1, at += stride)
          into[target + i] = source.getFloat32(at, little);
      };
    case 6:
      return (source, position, stride, count, into, target) => {
        for (let i = 0, at = position; i < count; i += 1, at += stride)
          into[target + i] = source.getFloat64(at, little);
      };
    case 7:
      return (source, position, stride, count, into, target) => {
        for (let i = 0, at = position; i < count; i += 1, at += stride)
          into[target + i] = readInt24(source, at, little);
      };
    case 8:
      return (source, position, stride, count, into, target) => {
        for (let i = 0, at = position; i < count; i += 1, at += stride) into[target + i] = source.getInt8(at);
      };
    case 9:
      return (source, position, stride, count, into, target) => {
        for (let i = 0, at = position; i < count; i += 1, at += stride)
          into[target + i] = readInt64(source, at, little);
      };
    case 10:
      return (source, position, stride, count, into, target) => {
        for (let i = 0, at = position; i < count; i += 1, at += stride) into[target + i] = source.getUint32(at, little);
      };
    case 11:
      return (source, position, stride, count, into, target) => {
        for (let i = 0, at = position; i < count; i += 1, at += stride) into[target + i] = source.getUint16(at, little);
      };
    case 12:
      return (source, position, stride, count, into, target) => {
        for (let i = 0, at = position; i < count; i += 1, at += stride)
          into[target + i] = readUint64(source, at, little);
      };
    case 15:
      return (source, position, stride, count, into, target) => {
        for (let i = 0, at = position; i < count; i += 1, at += stride)
          into[target + i] = readUint24(source, at, little);
      };
    case 16:
      return (source, position, stride, count, into, target) => {
        for (let i = 0, at = position; i < count; i += 1, at += stride) into[target + i] = source.getUint8(at);
      };
  }
}
