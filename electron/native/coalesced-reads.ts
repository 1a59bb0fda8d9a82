/** Turns strided elements into few large reads. */
import { isMissing } from './strided-rows.ts';
import type { StridedRows } from './strided-rows.ts';

/** `count` elements of one row from column `column` on. */
export interface RowPiece {
  readonly row: number;
  readonly column: number;
  readonly count: number;
  /** Byte of the piece's first element in the file. */
  readonly offset: number;
}

/** The bytes [low, high) of the file and the pieces that lie in them. */
export interface CoalescedRead {
  low: number;
  high: number;
  readonly pieces: RowPiece[];
}

/** Reading past 64 KiB that nobody wants takes as long (20 us at 3 GB/s) as the asynchronous call that it saves. */
const MAX_GAP_BYTES = 64 * 1024;
/** Large enough that the call costs nothing, small enough that an abort is felt within a few milliseconds. */
const MAX_READ_BYTES = 4 * 1024 * 1024;
/** Rows may overlap in the file: what is decoded between two looks at the signal is bounded too. */
const MAX_READ_ELEMENTS = 1024 * 1024;

/** The pieces of all rows that are there, in row order, merged while they stay close together. */
export function* coalesceReads(strided: StridedRows): Generator<CoalescedRead> {
  let read: CoalescedRead | null = null;
  let elements = 0;
  for (const piece of cutRows(strided)) {
    const last = piece.offset + (piece.count - 1) * strided.columnStrideBytes;
    const low = Math.min(piece.offset, last);
    const high = Math.max(piece.offset, last) + strided.elementBytes;
    if (read !== null) {
      const gap = Math.max(low - read.high, read.low - high);
      const span = Math.max(high, read.high) - Math.min(low, read.low);
      elements += piece.count;
      if (gap <= MAX_GAP_BYTES && span <= MAX_READ_BYTES && elements <= MAX_READ_ELEMENTS) {
        read.low = Math.min(low, read.low);
        read.high = Math.max(high, read.high);
        read.pieces.push(piece);
        continue;
      }
      yield read;
    }
    read = { low, high, pieces: [piece] };
    elements = piece.count;
  }
  if (read !== null) yield read;
}

/** Rows whose elements lie far apart fall into single elements, others into pieces that fit one read. */
function* cutRows(strided: StridedRows): Generator<RowPiece> {
  const { rows, rowOffset, columns, columnStrideBytes, elementBytes } = strided;
  const stride = Math.abs(columnStrideBytes);
  const fitting = Math.floor((MAX_READ_BYTES - elementBytes) / Math.max(stride, 1)) + 1;
  const perPiece = stride - elementBytes > MAX_GAP_BYTES ? 1 : Math.max(1, fitting);
  for (let row = 0; row < rows; row += 1) {
    const first = rowOffset(row);
    if (isMissing(strided, first)) continue;
    for (let column = 0; column < columns; column += perPiece) {
      const count = Math.min(perPiece, columns - column);
      yield { row, column, count, offset: first + column * columnStrideBytes };
    }
  }
}
