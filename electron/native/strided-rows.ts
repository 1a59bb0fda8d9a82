/** The one shape that every gather has, and the check that it lies inside its file. */
import { CrosslineError } from '../../shared/errors.ts';
import { WORD_BYTES } from '../../shared/mapping/header-place.ts';
import type {
  GridGather,
  HeaderColumn,
  HeaderGather,
  ResidencyQuery,
  RowGather,
  ZeroTraceSearch,
} from './native-reader.ts';
import { wordBytesOf } from './word-layout.ts';

/**
 * Element (r, c) is `elementBytes` bytes from `rowOffset(r) + c * columnStrideBytes` on. An element is a word of a
 * slice, the used part of a header, or a whole trace.
 */
export interface StridedRows {
  readonly rows: number;
  /** Rows are evenly spaced and all there, so that the first and the last bound the others. */
  readonly isEven: boolean;
  /** Whether a negative row offset says that the row is missing; otherwise it is a mistake. */
  readonly mayMiss: boolean;
  readonly rowOffset: (row: number) => number;
  readonly columns: number;
  readonly columnStrideBytes: number;
  readonly elementBytes: number;
}

export const rowsOfGrid = (gather: GridGather): StridedRows => {
  const { offset, rows, rowStrideBytes, columns, columnStrideBytes, format } = gather;
  const rowOffset = (row: number): number => offset + row * rowStrideBytes;
  const elementBytes = wordBytesOf(format);
  return { rows, isEven: true, mayMiss: false, rowOffset, columns, columnStrideBytes, elementBytes };
};

export const rowsOfRows = ({ rowOffsets, columns, columnStrideBytes, format }: RowGather): StridedRows => ({
  rows: rowOffsets.length,
  isEven: false,
  mayMiss: true,
  rowOffset: (row) => rowOffsets[row]!,
  columns,
  columnStrideBytes,
  elementBytes: wordBytesOf(format),
});

/** The headers, each from its first to its last wanted byte (`firstByte` is 0-based). */
export function rowsOfHeaders(gather: HeaderGather): StridedRows & { firstByte: number } {
  const { words } = gather;
  if (words.length === 0) return { ...rowsOfPlaces(gather, 0, 0), firstByte: 0 };
  const firstByte = Math.min(...words.map(({ byte }) => byte - 1));
  const endByte = Math.max(...words.map(({ byte, type }) => byte - 1 + WORD_BYTES[type]));
  return { ...rowsOfPlaces(gather, firstByte, endByte - firstByte), firstByte };
}

/** The traces, whole. */
export const rowsOfTraces = (search: ZeroTraceSearch): StridedRows =>
  rowsOfPlaces(search, 0, search.sampleCount * wordBytesOf(search.format));

/** One row whose columns are evenly spaced; where a list says where they are, a row each. */
function rowsOfPlaces(
  { offset, offsets, count, strideBytes }: Pick<HeaderGather, 'offset' | 'offsets' | 'count' | 'strideBytes'>,
  skippedBytes: number,
  elementBytes: number,
): StridedRows {
  const common = { mayMiss: false, elementBytes };
  if (offsets === undefined) {
    const rowOffset = (): number => offset + skippedBytes;
    return { ...common, rows: 1, isEven: true, rowOffset, columns: count, columnStrideBytes: strideBytes };
  }
  const rowOffset = (row: number): number => offsets[row]! + skippedBytes;
  return { ...common, rows: count, isEven: false, rowOffset, columns: 1, columnStrideBytes: 0 };
}

/** One row of one element. */
export const rowsOfBytes = (offset: number, bytes: number): StridedRows => ({
  rows: 1,
  isEven: true,
  mayMiss: false,
  rowOffset: () => offset,
  columns: 1,
  columnStrideBytes: 0,
  elementBytes: bytes,
});

export const rowsOfStretches = ({ offset, rows, rowStrideBytes, rowBytes }: ResidencyQuery): StridedRows => ({
  rows,
  isEven: true,
  mayMiss: false,
  rowOffset: (row) => offset + row * rowStrideBytes,
  columns: 1,
  columnStrideBytes: 0,
  elementBytes: rowBytes,
});

export const isMissing = (strided: StridedRows, rowOffset: number): boolean => strided.mayMiss && rowOffset < 0;

/** @throws CrosslineError out-of-range: a count is none, or part of a row that is not missing lies outside the file's `bytes` */
export function checkInside(strided: StridedRows, bytes: number): void {
  const { rows, isEven, rowOffset, columns, columnStrideBytes, elementBytes } = strided;
  for (const count of [rows, columns, elementBytes]) checkCount(count);
  if (columns === 0 || elementBytes === 0) return;
  const lastColumn = (columns - 1) * columnStrideBytes;
  const before = Math.min(0, lastColumn);
  const after = Math.max(0, lastColumn) + elementBytes;
  // A residency query has a row for each of 200,000 traces, and 0.35 ms to look at all of them.
  const rowStep = isEven ? Math.max(1, rows - 1) : 1;
  for (let row = 0; row < rows; row += rowStep) {
    const first = rowOffset(row);
    if (isMissing(strided, first)) continue;
    const low = first + before;
    const high = first + after;
    if (low >= 0 && high <= bytes && Number.isSafeInteger(low) && Number.isSafeInteger(high)) continue;
    throw new CrosslineError({
      code: 'out-of-range',
      what: 'Byte',
      requested: low >= 0 ? high - 1 : low,
      available: `0 to ${bytes - 1}`,
    });
  }
}

/** The addon takes a negative count for a huge one, and two negative ones multiply to a size that looks right. */
function checkCount(count: number): void {
  if (Number.isSafeInteger(count) && count >= 0) return;
  throw new CrosslineError({ code: 'out-of-range', what: 'Count', requested: count, available: 'the whole numbers' });
}

/** @throws CrosslineError out-of-range: the buffer holds fewer elements than the gather makes */
export function checkRoom(elements: number, into: { readonly length: number }): void {
  if (Number.isSafeInteger(elements) && elements >= 0 && elements <= into.length) return;
  throw new CrosslineError({
    code: 'out-of-range',
    what: 'Element count',
    requested: elements,
    available: `0 to ${into.length}, the length of the buffer`,
  });
}

/** @throws CrosslineError out-of-range: not one column a word, or one shorter than the headers */
export function checkColumns({ count, words }: HeaderGather, into: readonly HeaderColumn[]): void {
  for (const column of into) checkRoom(count, column);
  if (into.length === words.length) return;
  throw new CrosslineError({
    code: 'out-of-range',
    what: 'Column count',
    requested: into.length,
    available: `${words.length}, the number of words`,
  });
}
