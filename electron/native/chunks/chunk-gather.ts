/** Words of a dataset that lies in chunks, some of them behind filters: what is asked of a reader, and the check of it. */
import { CrosslineError } from '../../../shared/errors.ts';
import type { WordLayout } from '../native-reader.ts';
import { checkRoom } from '../strided-rows.ts';
import { wordBytesOf } from '../word-layout.ts';

/** HDF5's filters that a reader undoes, in the order of `FilterKind` in chunk_filters.h. */
export const CHUNK_FILTERS = ['deflate', 'lzf', 'shuffle', 'fletcher32'] as const;

export interface ChunkFilter {
  readonly kind: (typeof CHUNK_FILTERS)[number];
  /** Of an element, for `shuffle`; 1 for the others. */
  readonly elementBytes: number;
}

/** Numbers of each chunk in `ChunkGather.chunks`, of each piece in `ChunkGather.pieces`. */
export const CHUNK_FIELDS = 4;
export const PIECE_FIELDS = 4;

/**
 * A piece is some rows and columns of a chunk's elements; it becomes rows of `into`. Element (r, c) of a piece is the chunk's
 * element `first + r * rowStride + c * columnStride`, and goes to `into[at + r * intoRowStride + c]`.
 */
export interface ChunkGather extends WordLayout {
  /** In the order in which they were applied on writing. */
  readonly filters: readonly ChunkFilter[];
  readonly chunkElements: number;
  /**
   * Of each chunk four: offset in the file (negative: it is stored nowhere, and full of `fill`), stored bytes, skipped
   * filters (bit i for filter i), index of the piece behind its last. Each chunk's pieces follow those of the one before.
   */
  readonly chunks: Float64Array;
  /** Of each piece four: first element, rows, columns, at. */
  readonly pieces: Float64Array;
  readonly rowStride: number;
  readonly columnStride: number;
  readonly intoRowStride: number;
  /** One word as the file stores it. */
  readonly fill: Uint8Array;
  /** Other planes need the same chunks: they are kept decoded for a while. */
  readonly isShared: boolean;
}

/** Float32 as decoded, or each word's bytes as they are stored. */
export type ChunkOutput = Float32Array | Uint8Array;

/** Room for one is needed in memory, by each thread. HDF5 allows 4 GB; real ones have 16 KB to 16 MB. */
export const MOST_CHUNK_BYTES = 256 * 2 ** 20;

export const chunkBytesOf = ({ chunkElements, format }: ChunkGather): number => chunkElements * wordBytesOf(format);

/** Bytes that are stored of the chunks. */
export function storedBytesOf({ chunks }: ChunkGather): number {
  let bytes = 0;
  for (let i = 0; i < chunks.length; i += CHUNK_FIELDS) bytes += chunks[i]! < 0 ? 0 : chunks[i + 1]!;
  return bytes;
}

/** @throws CrosslineError out-of-range: a chunk lies outside the file, a piece outside its chunk or the output */
export function checkChunks(gather: ChunkGather, fileBytes: number, into: ChunkOutput): void {
  const { chunks, pieces, chunkElements, rowStride, columnStride, intoRowStride, fill, filters, format } = gather;
  const elements = into instanceof Float32Array ? into.length : Math.floor(into.length / wordBytesOf(format));
  const pieceCount = pieces.length / PIECE_FIELDS;
  const isSound =
    isCount(chunkElements) &&
    chunkBytesOf(gather) <= MOST_CHUNK_BYTES &&
    [rowStride, columnStride, intoRowStride, pieceCount, chunks.length / CHUNK_FIELDS].every(isCount) &&
    fill.length === wordBytesOf(format) &&
    filters.every(({ elementBytes }) => isCount(elementBytes) && elementBytes > 0);
  if (!isSound) throw outside('Chunk', chunkElements, 'the chunks that can be read');
  let [firstPiece, pastPiece] = [0, 0];
  for (let i = 0; i < chunks.length; i += CHUNK_FIELDS, firstPiece = pastPiece) {
    const [offset, bytes] = [chunks[i]!, chunks[i + 1]!];
    pastPiece = chunks[i + 3]!;
    const isInside = Number.isSafeInteger(offset) && (offset < 0 || (isCount(bytes) && offset + bytes <= fileBytes));
    if (!isInside) throw outside('Byte', offset + bytes - 1, `0 to ${fileBytes - 1}`);
    if (!isCount(pastPiece) || pastPiece < firstPiece || pastPiece > pieceCount) {
      throw outside('Piece', pastPiece, `0 to ${pieceCount}`);
    }
  }
  for (let i = 0; i < pastPiece * PIECE_FIELDS; i += PIECE_FIELDS) {
    const [first, rows, columns, at] = [pieces[i]!, pieces[i + 1]!, pieces[i + 2]!, pieces[i + 3]!];
    if (![first, rows, columns, at].every(isCount)) throw outside('Piece', first, 'the whole numbers');
    if (rows === 0 || columns === 0) continue;
    const last = first + (rows - 1) * rowStride + (columns - 1) * columnStride;
    if (last >= chunkElements) throw outside('Element', last, `0 to ${chunkElements - 1}`);
    checkRoom(at + (rows - 1) * intoRowStride + columns, { length: elements });
  }
}

const isCount = (value: number): boolean => Number.isSafeInteger(value) && value >= 0;

const outside = (what: string, requested: number, available: string): CrosslineError =>
  new CrosslineError({ code: 'out-of-range', what, requested, available });
