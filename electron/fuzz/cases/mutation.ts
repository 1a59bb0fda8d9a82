/**
 * What is done to the bytes of a survey file: plain data, so that a case can be printed, kept and done again. Offsets are
 * 0-based and taken modulo the file's length, so that a case stays one when an earlier mutation is left out.
 */

/** How the values of one header word run over the traces. */
export type ColumnPattern = 'constant' | 'ramp' | 'few' | 'any' | 'extreme';

export type Mutation =
  | { readonly kind: 'write'; readonly at: number; readonly bytes: readonly number[] }
  | { readonly kind: 'flip'; readonly at: number; readonly bit: number }
  | { readonly kind: 'fill'; readonly at: number; readonly length: number; readonly value: number }
  | { readonly kind: 'noise'; readonly at: number; readonly length: number; readonly seed: number }
  /** Turns the byte order of words that follow one another. */
  | { readonly kind: 'swap'; readonly at: number; readonly length: number; readonly width: 2 | 4 | 8 }
  /** The same word in every trace header; `at` in the first, to the end of the file. */
  | {
      readonly kind: 'column';
      readonly at: number;
      readonly strideBytes: number;
      readonly width: 2 | 4;
      readonly isLittleEndian: boolean;
      readonly pattern: ColumnPattern;
      readonly seed: number;
    }
  | { readonly kind: 'cut'; readonly at: number; readonly length: number }
  | { readonly kind: 'insert'; readonly at: number; readonly length: number; readonly seed: number }
  | { readonly kind: 'repeat'; readonly at: number; readonly length: number; readonly times: number }
  /** A stretch of another file of the corpus in the place of this one's. */
  | {
      readonly kind: 'splice';
      readonly at: number;
      readonly from: string;
      readonly fromAt: number;
      readonly length: number;
    }
  | { readonly kind: 'truncate'; readonly length: number }
  /** Zeros up to this length, which take no room on the disk. */
  | { readonly kind: 'extend'; readonly length: number };
