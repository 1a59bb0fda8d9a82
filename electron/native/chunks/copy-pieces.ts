/** What is wanted of a chunk's elements, put where it belongs. */
import { wordDecoder } from '../decode-samples.ts';
import { wordBytesOf } from '../word-layout.ts';
import { PIECE_FIELDS, type ChunkGather, type ChunkOutput } from './chunk-gather.ts';

/** `count` words of `source`, `strideBytes` apart from `position` on, go to element `target` of the output. */
type PutWords = (source: DataView, position: number, strideBytes: number, count: number, target: number) => void;

/** @param elements null: all of them are the fill value */
export function copyPieces(
  gather: ChunkGather,
  firstPiece: number,
  endPiece: number,
  elements: Uint8Array | null,
  into: ChunkOutput,
): void {
  const { pieces, rowStride, columnStride, intoRowStride, fill, format } = gather;
  const wordBytes = wordBytesOf(format);
  const { buffer, byteOffset, byteLength } = elements ?? fill;
  const source = new DataView(buffer, byteOffset, byteLength);
  const put = into instanceof Float32Array ? decodeInto(gather, into) : copyInto(wordBytes, into);
  for (let i = firstPiece * PIECE_FIELDS; i < endPiece * PIECE_FIELDS; i += PIECE_FIELDS) {
    const [first, rows, columns, at] = [pieces[i]!, pieces[i + 1]!, pieces[i + 2]!, pieces[i + 3]!];
    for (let row = 0; row < rows; row += 1) {
      const target = at + row * intoRowStride;
      if (elements === null) put(source, 0, 0, columns, target);
      else put(source, (first + row * rowStride) * wordBytes, columnStride * wordBytes, columns, target);
    }
  }
}

function decodeInto(gather: ChunkGather, into: Float32Array): PutWords {
  const decode = wordDecoder(gather);
  return (source, position, strideBytes, count, target) => decode(source, position, strideBytes, count, into, target);
}

function copyInto(wordBytes: number, into: Uint8Array): PutWords {
  return (source, position, strideBytes, count, target) => {
    const bytes = new Uint8Array(source.buffer, source.byteOffset, source.byteLength);
    for (let i = 0, at = position, to = target * wordBytes; i < count; i += 1, at += strideBytes, to += wordBytes) {
      for (let k = 0; k < wordBytes; k += 1) into[to + k] = bytes[at + k]!;
    }
  };
}
